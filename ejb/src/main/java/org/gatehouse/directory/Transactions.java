package org.gatehouse.directory;

import jakarta.persistence.EntityManager;
import java.util.function.Function;

/** Runs work on the entities, each call in one transaction. Local business interface of a bean. */
public interface Transactions {

  /** Commits when the work returns; rolls back when it throws. */
  <T> T inTransaction(Function<EntityManager, T> work);
}
