package org.gatehouse.directory;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.sql.Statement;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import javax.sql.DataSource;
import org.gatehouse.directory.DirectoryReading.Current;
import org.gatehouse.directory.administration.Outcome;
import org.gatehouse.directory.snapshot.DirectorySnapshot;
import org.h2.jdbcx.JdbcDataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A directory on an empty database, without a container: H2 in memory in PostgreSQL mode, or the
 * PostgreSQL of the system property {@code gatehouse.test.postgresql}, a JDBC URL, where each
 * directory gets a schema of its own.
 */
final class TestDirectory implements AutoCloseable, Transactions {
  static final DirectorySettings SETTINGS = DirectorySettings.of(Map.of());

  /** One for all tests, as it is costly: its connections come from whoever asked last. */
  private static final EntityManagerFactory FACTORY =
      Persistence.createEntityManagerFactory(
          "directory",
          Map.of(
              "jakarta.persistence.transactionType",
              "RESOURCE_LOCAL",
              "jakarta.persistence.jtaDataSource",
              routed(),
              "jakarta.persistence.nonJtaDataSource",
              routed()));

  private static volatile DataSource asked;

  private final Switched dataSource;
  private final DirectoryMemory memory;
  private final DirectoryAdministrationBean administration;
  final TestClock clock = new TestClock();
  final AtomicInteger transactions = new AtomicInteger();

  TestDirectory() {
    this(SETTINGS);
  }

  TestDirectory(DirectorySettings settings) {
    dataSource = new Switched(database());
    memory = new DirectoryMemory(dataSource.switchedSource(), this, settings, clock);
    administration = new DirectoryAdministrationBean(memory, this, settings, clock);
  }

  private static DataSource database() {
    String schema = "t" + UUID.randomUUID().toString().replace("-", "");
    String url = System.getProperty("gatehouse.test.postgresql", "");
    if (url.isEmpty()) {
      JdbcDataSource h2 = new JdbcDataSource();
      h2.setURL(
          "jdbc:h2:mem:"
              + schema
              + ";DB_CLOSE_DELAY=-1;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE"
              + ";DEFAULT_NULL_ORDERING=HIGH");
      return h2;
    }
    PGSimpleDataSource postgresql = new PGSimpleDataSource();
    postgresql.setURL(url);
    try (Connection connection = postgresql.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("create schema " + schema);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    postgresql.setCurrentSchema(schema);
    return postgresql;
  }

  DirectoryMemory memory() {
    return memory;
  }

  DirectoryAdministrationBean administration() {
    return administration;
  }

  DataSource dataSource() {
    return dataSource.switchedSource();
  }

  /** The snapshot, where there must be one. */
  DirectorySnapshot snapshot() {
    return ((Current) memory.reading()).snapshot();
  }

  void databaseDown() {
    dataSource.down = true;
  }

  void databaseUp() {
    dataSource.down = false;
  }

  /** Changes rows past the beans. */
  void sql(String... statements) throws SQLException {
    try (Connection connection = dataSource.switchedSource().getConnection();
        Statement statement = connection.createStatement()) {
      for (String each : statements) {
        statement.execute(each);
      }
    }
  }

  static <T> T done(Outcome<T> outcome) {
    return ((Outcome.Done<T>) outcome).value();
  }

  @Override
  public <T> T inTransaction(Function<EntityManager, T> work) {
    transactions.incrementAndGet();
    asked = dataSource.switchedSource();
    try (EntityManager entities = FACTORY.createEntityManager()) {
      entities.getTransaction().begin();
      try {
        T result = work.apply(entities);
        entities.getTransaction().commit();
        return result;
      } finally {
        if (entities.getTransaction().isActive()) {
          entities.getTransaction().rollback();
        }
      }
    }
  }

  /** Frees the database in memory. */
  @Override
  public void close() {
    databaseUp();
    if (System.getProperty("gatehouse.test.postgresql", "").isEmpty()) {
      try {
        sql("shutdown");
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  private static Object invoke(Method method, Object target, Object[] arguments) throws Throwable {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  private static DataSource routed() {
    return (DataSource)
        Proxy.newProxyInstance(
            DataSource.class.getClassLoader(),
            new Class<?>[] {DataSource.class},
            (proxy, method, arguments) ->
                method.getDeclaringClass() == Object.class
                    ? method.invoke(SETTINGS, arguments)
                    : invoke(method, asked, arguments));
  }

  /** A data source that can be switched off. */
  private static final class Switched {
    private volatile boolean down;
    private final DataSource source;

    Switched(DataSource database) {
      source =
          (DataSource)
              Proxy.newProxyInstance(
                  DataSource.class.getClassLoader(),
                  new Class<?>[] {DataSource.class},
                  (proxy, method, arguments) -> {
                    if (method.getDeclaringClass() == Object.class) {
                      return method.invoke(this, arguments);
                    }
                    if (down && method.getName().equals("getConnection")) {
                      throw new SQLTransientConnectionException("connection refused");
                    }
                    return invoke(method, database, arguments);
                  });
    }

    DataSource switchedSource() {
      return source;
    }
  }
}
