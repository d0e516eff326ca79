-- What was done for which request, so that a repeated request does nothing more and is answered the same.
create table if not exists deed(
  company varchar(40) not null,
  request varchar(200) not null,
  content varchar(4000) not null,
  spoken varchar(2000) not null,
  done_at timestamp with time zone not null,
  primary key(company, request));
create index if not exists deed_by_time on deed(done_at);
