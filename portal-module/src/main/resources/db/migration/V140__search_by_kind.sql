-- Each kind brings two functions of its own: search_reach_<kind>, the documents the viewer may find, and search_seen_<kind>, how
-- many the viewer sees about. A further kind adds its own and touches no other.

alter table search_document drop constraint search_document_kind_check;
alter table search_document add constraint search_document_kind_check
  check (kind in ('article', 'request', 'asset', 'document', 'note', 'receipt', 'ticket'));

create function search_reach_ticket(scopes text[], query tsquery)
  returns table (kind text, object bigint, language text, changed timestamptz, title_words smallint, vector tsvector)
  language sql stable as $$
  select d.kind, d.object, d.language, d.changed, d.title_words, ts_filter(d.vector, '{a,b,c,d}')
  from (
    select s.* from search_document s
    where s.kind = 'ticket' and s.vector @@ query
      and exists (select from ticket_reader r
        where r.ticket = s.object and r.scope = any (scopes) and (r.until is null or r.until > now()))
    order by s.changed desc, s.object desc limit 1000) d
  join ticket t on t.id = d.object and not t.gone and t.merged_into is null
$$;

create function search_reach_article(scopes text[], query tsquery)
  returns table (kind text, object bigint, language text, changed timestamptz, title_words smallint, vector tsvector)
  language sql stable as $$
  select d.kind, d.object, d.language, d.changed, d.title_words, ts_filter(d.vector, '{a,b,c,d}')
  from (
    select s.* from search_document s
    where s.kind = 'article' and s.vector @@ query
      and exists (select from article_reader r
        where r.article = s.object and r.scope = any (scopes) and (r.until is null or r.until > now()))
    order by s.changed desc, s.object desc limit 1000) d
  join article a on a.id = d.object and not a.gone
    and (a.valid_from is null or a.valid_from <= now()) and (a.valid_until is null or a.valid_until > now())
  where viewer_has('knowledge')
$$;

create function search_reach_request(scopes text[], query tsquery)
  returns table (kind text, object bigint, language text, changed timestamptz, title_words smallint, vector tsvector)
  language sql stable as $$
  select s.kind, s.object, s.language, s.changed, s.title_words, ts_filter(s.vector, '{a,b,c,d}')
  from search_document s join request_kind k on k.id = s.object and not k.retired
  where s.kind = 'request' and s.vector @@ query and viewer_has('tickets')
    and exists (select from request_kind_reader r where r.kind = s.object and r.scope = any (scopes))
$$;

create function search_reach_asset(scopes text[], query tsquery)
  returns table (kind text, object bigint, language text, changed timestamptz, title_words smallint, vector tsvector)
  language sql stable as $$
  select s.kind, s.object, s.language, s.changed, s.title_words, ts_filter(s.vector, '{a,b,c,d}')
  from search_document s join asset a on a.id = s.object and not a.gone
  where s.kind = 'asset' and s.vector @@ query and viewer_has('assets')
    and exists (select from asset_reader r where r.asset = s.object and r.scope = any (scopes)
      and (r.reason <> 'organisation' or viewer_has('organisation-assets')) and (r.until is null or r.until > now()))
  order by s.changed desc, s.object desc limit 1000
$$;

create function search_seen_ticket(scopes text[]) returns bigint language sql stable as $$
  select count(*) from (select from ticket_reader r where r.scope = any (scopes) limit 1000) few
$$;
create function search_seen_article(scopes text[]) returns bigint language sql stable as $$
  select count(*) from (select from article_reader r where r.scope = any (scopes) limit 1000) few
$$;
create function search_seen_request(scopes text[]) returns bigint language sql stable as $$
  select count(*) from (select from request_kind_reader r where r.scope = any (scopes) limit 1000) few
$$;
create function search_seen_asset(scopes text[]) returns bigint language sql stable as $$
  select count(*) from (select from asset_reader r where r.scope = any (scopes)
    and (r.reason <> 'organisation' or viewer_has('organisation-assets')) limit 1000) few
$$;
revoke execute on function search_reach_ticket, search_reach_article, search_reach_request, search_reach_asset,
  search_seen_ticket, search_seen_article, search_seen_request, search_seen_asset from public;

create or replace function search_reach(kinds text[], query tsquery)
  returns table (kind text, object bigint, language text, changed timestamptz, title_words smallint, vector tsvector)
  language plpgsql stable set search_path = public as $$
declare
  scopes text[] := viewer_scopes();
  each text;
begin
  foreach each in array kinds loop
    -- a statement of its own is planned for these scopes and this query
    return query execute format('select * from %I($1, $2)', 'search_reach_' || each) using scopes, query;
  end loop;
end
$$;

create or replace function search_seen(kinds text[]) returns table (kind text, documents bigint)
  language plpgsql stable set search_path = public as $$
declare
  scopes text[] := viewer_scopes();
  each text;
begin
  foreach each in array kinds loop
    return query execute format('select $2, %I($1)', 'search_seen_' || each) using scopes, each;
  end loop;
end
$$;
