-- Whom somebody shall call back: one row for each call, the last that the caller agreed to.
create table if not exists callback(
  company varchar(40) not null,
  call_id varchar(200) not null,
  customer varchar(200) not null,
  phone varchar(80) not null,
  about varchar(1000) not null,
  asked_at timestamp with time zone not null,
  primary key(company, call_id));
create index if not exists callback_by_time on callback(company, asked_at);
