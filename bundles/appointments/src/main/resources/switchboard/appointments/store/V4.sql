-- What staff should know, in the caller's words.
alter table appointment add column if not exists note varchar(1000) default '' not null;
