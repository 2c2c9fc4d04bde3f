package org.gatehouse.directory;

import static java.util.Objects.requireNonNull;

import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The container's transactions on the persistence unit. */
@Stateless
@Local(Transactions.class)
public class TransactionsBean implements Transactions {
  @PersistenceContext(unitName = "directory")
  private @Nullable EntityManager entities;

  @Override
  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public <T> T inTransaction(Function<EntityManager, T> work) {
    return work.apply(requireNonNull(entities, "entities"));
  }
}
