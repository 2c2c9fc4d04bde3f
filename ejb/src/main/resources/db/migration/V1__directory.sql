-- The directory. Runs on PostgreSQL and on H2 in PostgreSQL mode. Keys are natural: no sequences.

-- One row, name 'directory'. Whoever changes any other table by SQL adds 1 to its version, in the
-- same transaction; every node then rereads the directory within a second.
create table directory_version (
  name varchar(32) not null primary key,
  version bigint not null
);

create table domain (
  name varchar(255) not null primary key
);

create table directory_user (
  aor varchar(320) not null primary key,
  username varchar(64) not null,
  domain varchar(255) not null references domain (name),
  enabled boolean not null,
  maximum_allocations integer not null check (maximum_allocations >= 0)
);

-- H(A1) of RFC 7616 for each spelling of the user name that is accepted on the wire.
create table user_digest (
  aor varchar(320) not null references directory_user (aor) on delete cascade,
  realm varchar(128) not null,
  username varchar(320) not null,
  md5 bytea not null,
  sha256 bytea not null,
  primary key (aor, realm, username)
);

create table published_resource (
  name varchar(64) not null primary key,
  path_prefix varchar(512) not null unique,
  target varchar(1024) not null,
  methods varchar(255) not null,
  enabled boolean not null
);

create table meeting_server (
  name varchar(255) not null primary key,
  enabled boolean not null
);

create table conference (
  id varchar(128) not null primary key,
  meeting_server varchar(255) not null references meeting_server (name)
);

-- key_hash is SHA-256 of the key, in hexadecimal; the key itself is stored nowhere.
create table session_key (
  key_hash varchar(64) not null primary key,
  conference varchar(128) not null references conference (id) on delete cascade,
  user_aor varchar(320) not null references directory_user (aor) on delete cascade,
  expires timestamp with time zone not null,
  maximum_uses integer check (maximum_uses > 0),
  uses integer not null
);

-- Of the rules whose network holds a peer, the one with the longest prefix decides; among equal
-- networks the first place.
create table peer_rule (
  place integer not null primary key,
  network varchar(64) not null,
  allowed boolean not null
);
