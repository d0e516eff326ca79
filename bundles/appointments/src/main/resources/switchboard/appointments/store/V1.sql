-- Every statement can be run again: H2 commits each by itself, so an upgrade may have stopped half-way.
create table if not exists appointment(
  id varchar(36) primary key,
  company varchar(40) not null,
  resource varchar(200) not null,
  kind varchar(200) not null,
  customer varchar(200) not null,
  -- Folded for searching: lower case, no marks, a space around every word.
  customer_words varchar(800) not null,
  phone varchar(80) not null,
  -- The last digits, which are the same with and without a country's code.
  phone_tail varchar(8) not null,
  party int not null,
  start_at timestamp with time zone not null,
  end_at timestamp with time zone not null,
  -- 0 at first, one more with each change (SEQUENCE of RFC 5545).
  revision int not null,
  cancelled boolean not null,
  changed_at timestamp with time zone not null,
  constraint appointment_party check (party > 0),
  constraint appointment_time check (start_at < end_at));
create index if not exists appointment_by_time on appointment(company, start_at);
create index if not exists appointment_by_phone on appointment(company, phone_tail);
-- The primary key forbids double booking; without the grid it would guard nothing.
create table if not exists slot(
  company varchar(40) not null,
  resource varchar(200) not null,
  start_at timestamp with time zone not null,
  appointment_id varchar(36) not null references appointment(id) on delete cascade,
  primary key(company, resource, start_at),
  constraint slot_grid check (mod(cast(extract(epoch from start_at) as bigint), 900) = 0));
create index if not exists slot_by_appointment on slot(appointment_id);
