package org.gatehouse.operations;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The JSON bodies that operators send. Any member may be missing; the resources ask for theirs. */
public final class Bodies {
  private Bodies() {}

  /** {@code POST users} and {@code PUT users/{aor}/...}: no {@code toString}, it holds a secret. */
  public static final class UserBody {
    public @Nullable String aor;
    public @Nullable String password;
    public @Nullable Boolean enabled;
    public @Nullable Integer maximumAllocations;
  }

  /** {@code POST domains}. */
  public static final class DomainBody {
    public @Nullable String name;
  }

  /** {@code PUT resources/{name}}. */
  public static final class ResourceBody {
    public @Nullable String pathPrefix;
    public @Nullable String target;
    public @Nullable List<@Nullable String> methods;
    public @Nullable Boolean enabled;
  }

  /** {@code PUT meeting-servers/{name}}. */
  public static final class MeetingServerBody {
    public @Nullable Boolean enabled;
  }

  /** {@code PUT conferences/{id}}. */
  public static final class ConferenceBody {
    public @Nullable String meetingServer;
  }

  /** {@code POST conferences/{id}/keys}. */
  public static final class KeyBody {
    public @Nullable String user;
    public @Nullable Long lifetimeSeconds;
    public @Nullable Integer maximumUses;
  }

  /** An element of {@code PUT peer-rules}. */
  public static final class PeerRuleBody {
    public @Nullable String network;
    public @Nullable Boolean allowed;
  }
}
