package org.gatehouse.turn;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gatehouse.stun.AddressFamily;
import org.gatehouse.stun.ReservationToken;
import org.gatehouse.stun.TransactionId;
import org.jspecify.annotations.Nullable;

/**
 * An allocation (RFC 8656 §6): the relayed transport address of one client, the permissions of its
 * peers by IP address (§9) and its channels (§12). Belongs to the loop of its {@link Allocations}.
 */
public final class Allocation {
  private final Origin origin;
  private final RelayedSocket relayed;
  private final Limits limits;
  private final Map<InetAddress, Instant> permissions = new HashMap<>();
  private final List<ChannelBinding> channels = new ArrayList<>();
  private final Map<InetSocketAddress, ChannelBinding> channelsByPeer = new HashMap<>();
  private Instant expiry;

  /**
   * Where an allocation came from.
   *
   * @param fiveTuple its key
   * @param username who alone may use it
   * @param transactionId of the Allocate request, which tells retransmissions
   * @param maximumLifetime what a Refresh may ask for at most
   * @param reservation the token given with it
   */
  record Origin(
      FiveTuple fiveTuple,
      String username,
      TransactionId transactionId,
      Duration maximumLifetime,
      @Nullable ReservationToken reservation) {}

  Allocation(Origin origin, RelayedSocket relayed, Limits limits, Instant expiry) {
    this.origin = origin;
    this.relayed = relayed;
    this.limits = limits;
    this.expiry = expiry;
  }

  Origin origin() {
    return origin;
  }

  public FiveTuple fiveTuple() {
    return origin.fiveTuple();
  }

  public String username() {
    return origin.username();
  }

  public RelayedSocket relayed() {
    return relayed;
  }

  AddressFamily family() {
    return AddressFamily.of(relayed.address().getAddress());
  }

  boolean alive(Instant now) {
    return now.isBefore(expiry);
  }

  Duration remaining(Instant now) {
    return Duration.between(now, expiry);
  }

  /** What a client gets who asks for {@code wanted} or nothing (RFC 8656 §7.2 and §8.2). */
  static Duration lifetime(@Nullable Duration wanted, Duration maximum, Limits limits) {
    Duration least = limits.lifetime();
    Duration granted = wanted == null || wanted.compareTo(least) < 0 ? least : wanted;
    return granted.compareTo(maximum) > 0 ? maximum : granted;
  }

  void refresh(Duration lifetime, Instant now) {
    expiry = now.plus(lifetime);
  }

  /** Whether datagrams of this peer may pass (RFC 8656 §9). */
  public boolean permits(InetAddress peer, Instant now) {
    Instant until = permissions.get(peer);
    return until != null && now.isBefore(until);
  }

  /** Whether so many more peers fit into the table of permissions. */
  boolean hasRoomFor(List<InetAddress> peers) {
    long fresh = peers.stream().distinct().filter(p -> !permissions.containsKey(p)).count();
    return permissions.size() + fresh <= limits.permissions();
  }

  /** Installs or refreshes a permission. */
  void permit(InetAddress peer, Instant now) {
    permissions.put(peer, now.plus(limits.permission()));
  }

  /** The peer of a channel; none where the number is not bound. */
  public @Nullable ChannelBinding channel(int number, Instant now) {
    for (int i = 0; i < channels.size(); i++) {
      ChannelBinding channel = channels.get(i);
      if (channel.number() == number) {
        return channel.bound(now) ? channel : null;
      }
    }
    return null;
  }

  /** The channel of a peer; none where it has none. */
  public @Nullable ChannelBinding channelTo(InetSocketAddress peer, Instant now) {
    ChannelBinding channel = channelsByPeer.get(peer);
    return channel != null && channel.bound(now) ? channel : null;
  }

  boolean hasRoomForChannel() {
    return channels.size() < limits.channels();
  }

  /** Binds or refreshes a channel, and with it the permission (RFC 8656 §12.2). */
  void bind(int number, InetSocketAddress peer, Instant now) {
    sweep(now);
    ChannelBinding channel = channel(number, now);
    Instant until = now.plus(limits.channel());
    if (channel == null) {
      channel = new ChannelBinding(number, peer, until);
      channels.add(channel);
      channelsByPeer.put(peer, channel);
    } else {
      channel.extend(until);
    }
    permit(peer.getAddress(), now);
  }

  /** Forgets what has expired. */
  void sweep(Instant now) {
    permissions.values().removeIf(until -> !now.isBefore(until));
    if (channels.removeIf(channel -> !channel.bound(now))) {
      channelsByPeer.values().removeIf(channel -> !channel.bound(now));
    }
  }

  @Override
  public String toString() {
    return username() + " " + fiveTuple().client() + " at " + relayed.address();
  }
}
