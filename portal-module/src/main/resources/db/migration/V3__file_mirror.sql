-- When a file whose content could not be read is tried again; infinity when never.
alter table attachment add column retry_at timestamptz;
