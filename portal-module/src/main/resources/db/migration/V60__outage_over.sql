-- Whoever said that an outage affects them is told once when it is over.

alter table announcement_follower
  add column id bigint generated always as identity unique,
  -- when it was noted that they are to be told; the mail follows by the outbox
  add column told_at timestamptz,
  add column sent_at timestamptz,
  -- why it was not sent, when it was not
  add column skipped text;
create index announcement_follower_untold on announcement_follower (announcement) where told_at is null;

-- what was over before is no news
update announcement_follower f set told_at = now(), skipped = 'over before people were told'
from announcement a where a.id = f.announcement and (a.withdrawn or a.ends_at <= now());
