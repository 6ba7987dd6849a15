-- Search: one document per object that can be found, written with the mirror, and one function that says what a viewer finds.

create sequence search_document_seq;
create table search_document (
  kind text not null check (kind in ('article', 'ticket')),
  object bigint not null,
  -- null: not known
  language text check (language in ('pl', 'en')),
  -- made by Lucene and Morfologik in the portal: lexemes of several sorts, told apart by their first letter
  vector tsvector not null,
  -- how many words of the title say something
  title_words smallint not null,
  changed timestamptz not null,
  -- grows with each writing, so that a node can read the words that are new to it
  seq bigint not null default nextval('search_document_seq'),
  primary key (kind, object)
);
alter sequence search_document_seq owned by search_document.seq;
create index search_document_vector on search_document using gin (vector);
create index search_document_by_seq on search_document (seq);

-- How far the index of a kind was built, after an update or on a mirror that is older than it.
create table search_build (
  kind text primary key,
  -- of the analysis that the documents were read with
  version integer not null,
  last_object bigint not null,
  done boolean not null
);

-- What was looked for and not found; words and counts, nobody's name.
create table search_miss (
  words text not null,
  language text not null,
  times bigint not null,
  last_at timestamptz not null,
  primary key (words, language)
);
create index search_miss_by_time on search_miss (last_at);

-- Documents of the kinds that match and that the viewer may see. Starts at the readers or at the index, whichever the
-- statistics say is less; that is why the plan is made anew each time. Of very many the newest are looked at.
create function search_reach(kinds text[], query tsquery)
  returns table (kind text, object bigint, language text, changed timestamptz, title_words smallint, vector tsvector)
  language plpgsql stable set search_path = public set plan_cache_mode = force_custom_plan as $$
declare
  scopes text[] := viewer_scopes();
begin
  if 'ticket' = any (kinds) then
    return query
      select d.kind, d.object, d.language, d.changed, d.title_words, ts_filter(d.vector, '{a,b,c,d}')
      from (
        select s.* from search_document s
        where s.kind = 'ticket' and s.vector @@ query
          and exists (select from ticket_reader r
            where r.ticket = s.object and r.scope = any (scopes) and (r.until is null or r.until > now()))
        order by s.changed desc, s.object desc limit 1000) d
      join ticket t on t.id = d.object and not t.gone and t.merged_into is null;
  end if;
  if 'article' = any (kinds) and viewer_has('knowledge') then
    return query
      select d.kind, d.object, d.language, d.changed, d.title_words, ts_filter(d.vector, '{a,b,c,d}')
      from (
        select s.* from search_document s
        where s.kind = 'article' and s.vector @@ query
          and exists (select from article_reader r
            where r.article = s.object and r.scope = any (scopes) and (r.until is null or r.until > now()))
        order by s.changed desc, s.object desc limit 1000) d
      join article a on a.id = d.object and not a.gone
        and (a.valid_from is null or a.valid_from <= now()) and (a.valid_until is null or a.valid_until > now());
  end if;
end
$$;

-- Of how many documents a word is one: what the viewer may see, counted up to a thousand.
create function search_seen(kinds text[]) returns table (kind text, documents bigint)
  language plpgsql stable set search_path = public set plan_cache_mode = force_custom_plan as $$
declare
  scopes text[] := viewer_scopes();
begin
  return query
    select 'ticket', count(*) from (select from ticket_reader r where r.scope = any (scopes) limit 1000) few
    where 'ticket' = any (kinds)
    union all
    select 'article', count(*) from (select from article_reader r where r.scope = any (scopes) limit 1000) few
    where 'article' = any (kinds);
end
$$;

/*
 * What the viewer finds. The query comes as terms: what to look for, for which of its words it stands, and how well. A word
 * that few documents have counts more; so does one in a title; a document that lacks words of the query falls behind, and
 * one that lacks most of it is not found.
 */
create function search_visible(
    kinds text[], reader_language text, terms text[], titled text[], words integer[], weights real[],
    word_count integer, least_share real, per_kind integer)
  returns table (kind text, object bigint, score double precision, total bigint, matched bigint)
  language sql stable security definer set search_path = public as $$
  with term as materialized (
    select t.query::tsquery as query, t.titled::tsquery as titled, t.word, t.weight
    from unnest(terms, titled, words, weights) as t(query, titled, word, weight)
  ),
  reach as materialized (
    select * from search_reach(kinds, (select string_agg('(' || q || ')', ' | ')::tsquery from unnest(terms) q))
  ),
  hit as (
    select r.kind, r.object, t.word,
      max(t.weight * ts_rank('{0.12, 0.4, 0.8, 1}', r.vector, t.query)) as strength,
      max(case when r.vector @@ t.titled then t.weight else 0 end) as in_title
    from reach r join term t on r.vector @@ t.query
    group by r.kind, r.object, t.word
  ),
  seen as (select * from search_seen(kinds)),
  weighty as (
    select s.kind, w.word, ln(1 + s.documents / greatest(1, count(h.object))::double precision) as worth
    from seen s cross join generate_series(0, word_count - 1) w(word)
      left join hit h on h.kind = s.kind and h.word = w.word
    group by s.kind, w.word, s.documents
  ),
  whole as (select w.kind, sum(w.worth) as worth from weighty w group by w.kind),
  scored as (
    select h.kind, h.object,
      sum(w.worth * h.strength) as strength,
      sum(w.worth) / max(a.worth) as share,
      sum(h.in_title) as in_title,
      bit_or(1::bigint << h.word) as matched
    from hit h join weighty w using (kind, word) join whole a on a.kind = h.kind
    group by h.kind, h.object
  ),
  ranked as (
    select r.kind, r.object, s.matched,
      s.strength * s.share * s.share
        * (1 + 0.4 * s.in_title / greatest(r.title_words, word_count, 1))
        * case when r.language = reader_language then 1.4 else 1 end
        * (1 + 0.02 / (1 + greatest(0, extract(epoch from now() - r.changed)) / 31536000))
        * case when s.matched = (1::bigint << word_count) - 1 then 1.2 else 1 end as score
    from scored s join reach r using (kind, object)
    where s.share >= least_share
  ),
  placed as (
    select k.kind, k.object, k.score, count(*) over (partition by k.kind) as total, bit_or(k.matched) over () as matched,
      row_number() over (partition by k.kind order by k.score desc, k.object desc) as place
    from ranked k
  )
  select p.kind, p.object, p.score, p.total, p.matched from placed p where p.place <= per_kind
  order by p.kind, p.place
$$;

-- Which of some words are in documents that the viewer sees, and in how many: a correction never tells of others.
create function search_words(kinds text[], lexemes text[]) returns table (lexeme text, documents bigint)
  language sql stable security definer set search_path = public as $$
  with reach as materialized (
    select * from search_reach(kinds, (select string_agg(quote_literal(l), ' | ')::tsquery from unnest(lexemes) l))
  )
  select l, count(*) from unnest(lexemes) l join reach r on r.vector @@ quote_literal(l)::tsquery group by l
$$;

-- Counts a search that found nothing. Of very many the oldest are forgotten.
create function search_missed(said text, in_language text) returns void
  language sql security definer set search_path = public as $$
  insert into search_miss (words, language, times, last_at) values (left(said, 200), in_language, 1, now())
  on conflict (words, language) do update set times = search_miss.times + 1, last_at = excluded.last_at;
  delete from search_miss where (words, language) in (select words, language from search_miss order by last_at desc offset 10000)
$$;

revoke execute on function search_reach, search_seen, search_visible, search_words, search_missed from public;
grant execute on function search_visible, search_words, search_missed to portal_page;

grant select, insert, update, delete on search_document, search_build, search_miss to portal_work;
grant usage on sequence search_document_seq to portal_work;
do $$
declare
  t text;
begin
  foreach t in array array['search_document', 'search_build', 'search_miss'] loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy work on %I to portal_work using (true) with check (true)', t);
  end loop;
end
$$;
