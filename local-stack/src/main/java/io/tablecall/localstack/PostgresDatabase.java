package io.tablecall.localstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** A PostgreSQL cluster with one database, {@value #NAME}. */
public final class PostgresDatabase {
    /** The database's name. */
    public static final String NAME = "tablecall";

    private static final String SUPERUSER = "postgres";
    private static final Pattern IDENTIFIER = Pattern.compile("[a-z_]+");

    private final PostgresBinaries binaries;
    private final Path data;
    private final Path log;
    private final int port;
    private final String superuserPassword;
    private final ChildProcess process;

    private PostgresDatabase(PostgresBinaries binaries, Path data, Path log, int port, String superuserPassword) {
        this.binaries = binaries;
        this.data = data;
        this.log = log;
        this.port = port;
        this.superuserPassword = superuserPassword;
        this.process = new ChildProcess(
                        "PostgreSQL",
                        binaries.command("postgres", arguments(data.resolve("cluster"), port)),
                        Map.of(),
                        log,
                        () -> answers(port, superuserPassword))
                // TERM would wait for clients to leave
                .stoppedBy("INT");
    }

    static PostgresDatabase at(Home home, Path data, Path log, int port, String superuserPassword) {
        return new PostgresDatabase(PostgresBinaries.unpacked(home.postgres()), data, log, port, superuserPassword);
    }

    private static List<String> arguments(Path cluster, int port) {
        // Without fsync a killed server loses nothing, only a killed machine does.
        var arguments = new ArrayList<>(List.of("-D", cluster.toString(), "-p", Integer.toString(port), "-F"));
        List.of(
                        "listen_addresses=127.0.0.1",
                        "unix_socket_directories=",
                        "max_connections=200",
                        "shared_buffers=64MB",
                        "full_page_writes=off",
                        "max_wal_size=256MB",
                        "timezone=UTC")
                .forEach(setting -> arguments.addAll(List.of("-c", setting)));
        return arguments;
    }

    private Path cluster() {
        return data.resolve("cluster");
    }

    /** Creates the cluster's files when there are none. */
    void initialise() {
        if (Files.exists(cluster().resolve("PG_VERSION"))) {
            return;
        }
        try {
            Folders.delete(cluster());
            Files.createDirectories(data);
            Files.createDirectories(log.getParent());
            var password = Folders.writePrivately(data.resolve("password"), superuserPassword);
            var arguments = new ArrayList<>(List.of("-D", cluster().toString(), "-U", SUPERUSER, "-E", "UTF8"));
            arguments.addAll(List.of("--locale=C", "-A", "scram-sha-256", "--pwfile=" + password, "-N"));
            var done = Tools.succeeds(binaries.command("initdb", arguments), log);
            Files.delete(password);
            if (!done) {
                throw new PartFailed("PostgreSQL could not create its files, see " + log);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Creates the database when it is new. */
    void createDatabase() {
        try (var connection = connect(port, superuserPassword, SUPERUSER)) {
            if (!exists(connection, "SELECT FROM pg_database WHERE datname = ?", NAME)) {
                execute(connection, "CREATE DATABASE " + NAME);
            }
        } catch (SQLException e) {
            throw new PartFailed("PostgreSQL refused to create the database: " + e.getMessage(), e);
        }
    }

    /** A role that owns a schema of the same name; safe to ask for again. */
    public synchronized void createRole(String schema, String password) {
        if (!IDENTIFIER.matcher(schema).matches() || password.contains("'")) {
            throw new IllegalArgumentException("not a plain name or password for a schema: " + schema);
        }
        try (var connection = connect(port, superuserPassword, NAME)) {
            if (!exists(connection, "SELECT FROM pg_roles WHERE rolname = ?", schema)) {
                execute(connection, "CREATE ROLE " + schema + " LOGIN");
                execute(connection, "ALTER ROLE " + schema + " SET search_path = " + schema);
            }
            execute(connection, "ALTER ROLE " + schema + " PASSWORD '" + password + "'");
            execute(connection, "CREATE SCHEMA IF NOT EXISTS " + schema + " AUTHORIZATION " + schema);
        } catch (SQLException e) {
            throw new PartFailed("PostgreSQL refused the role " + schema + ": " + e.getMessage(), e);
        }
    }

    private static boolean exists(Connection connection, String question, String name) throws SQLException {
        try (var statement = connection.prepareStatement(question)) {
            statement.setString(1, name);
            try (var rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static boolean answers(int port, String password) {
        try (var connection = connect(port, password, SUPERUSER)) {
            return connection.isValid(1);
        } catch (SQLException notYet) {
            return false;
        }
    }

    private static Connection connect(int port, String password, String database) throws SQLException {
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/" + database, SUPERUSER, password);
    }

    public int port() {
        return port;
    }

    public Part process() {
        return process;
    }

    ChildProcess child() {
        return process;
    }
}
