package org.gatehouse.directory;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.resource.LoadableResource;
import org.jspecify.annotations.Nullable;

/**
 * Runs Flyway over the migrations of this archive. They are named here, so that nothing depends on
 * how a server's class loader lets itself be searched.
 */
final class FlywayMigration implements Runnable {
  private static final String FOLDER = "db/migration/";
  private static final List<String> MIGRATIONS = List.of("V1__directory.sql");

  private final DataSource dataSource;

  FlywayMigration(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  @Override
  public void run() {
    Flyway.configure(Flyway.class.getClassLoader())
        .dataSource(dataSource)
        .resourceProvider(new NamedMigrations())
        .load()
        .migrate();
  }

  private static final class NamedMigrations implements ResourceProvider {
    @Override
    public @Nullable LoadableResource getResource(String name) {
      return MIGRATIONS.stream()
          .filter(m -> name.equals(m) || name.equals(FOLDER + m))
          .map(Migration::new)
          .findFirst()
          .orElse(null);
    }

    @Override
    public Collection<LoadableResource> getResources(String prefix, String[] suffixes) {
      return MIGRATIONS.stream()
          .filter(m -> m.startsWith(prefix) && List.of(suffixes).stream().anyMatch(m::endsWith))
          .map(m -> (LoadableResource) new Migration(m))
          .toList();
    }
  }

  private static final class Migration extends LoadableResource {
    private final String name;

    Migration(String name) {
      this.name = name;
    }

    @Override
    public Reader read() {
      InputStream text = FlywayMigration.class.getClassLoader().getResourceAsStream(FOLDER + name);
      if (text == null) {
        throw new UncheckedIOException(new IOException("this archive lacks " + FOLDER + name));
      }
      return new InputStreamReader(text, UTF_8);
    }

    @Override
    public String getAbsolutePath() {
      return FOLDER + name;
    }

    @Override
    public String getAbsolutePathOnDisk() {
      return FOLDER + name;
    }

    @Override
    public String getFilename() {
      return name;
    }

    @Override
    public String getRelativePath() {
      return FOLDER + name;
    }
  }
}
