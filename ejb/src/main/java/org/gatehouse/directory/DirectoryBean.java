package org.gatehouse.directory;

import static java.util.Objects.requireNonNull;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Local;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.time.Clock;
import javax.sql.DataSource;
import org.gatehouse.admission.Admission;
import org.gatehouse.admission.Ready;
import org.jspecify.annotations.Nullable;

/** Holds the directory of this node. It is made at the first question, not at deployment. */
@Singleton
@Local(Directory.class)
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class DirectoryBean implements Directory {
  @Resource(lookup = "java:jboss/datasources/GatehouseDS")
  private @Nullable DataSource dataSource;

  @Inject private Transactions transactions;

  private @Nullable DirectoryMemory memory;

  @PostConstruct
  void remember() {
    memory =
        new DirectoryMemory(
            requireNonNull(dataSource, "dataSource"),
            transactions,
            DirectorySettings.of(System.getenv()),
            Clock.systemUTC());
  }

  private DirectoryMemory memory() {
    return requireNonNull(memory, "memory");
  }

  @Override
  public DirectoryReading reading() {
    return memory().reading();
  }

  @Override
  public Admission<Ready> ready() {
    return memory().ready();
  }

  @Override
  public boolean spend(String keyHash) {
    return memory().spend(keyHash);
  }

  @Override
  public void changed() {
    memory().changed();
  }
}
