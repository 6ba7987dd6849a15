-- Ranking without sorting whole texts: what a word is worth in a document is worked out before documents and words are grouped.

create or replace function search_visible(
    kinds text[], reader_language text, terms text[], titled text[], words integer[], weights real[],
    word_count integer, least_share real, per_kind integer)
  returns table (kind text, object bigint, score double precision, total bigint, matched bigint,
    matched_by_any bigint)
  language sql stable security definer set search_path = public as $$
  with term as materialized (
    select t.query::tsquery as query, t.titled::tsquery as titled, t.word, t.weight
    from unnest(terms, titled, words, weights) as t(query, titled, word, weight)
  ),
  reach as materialized (
    select * from search_reach(kinds, (select string_agg('(' || q || ')', ' | ')::tsquery from unnest(terms) q))
  ),
  -- weighed before they are sorted by words, or all texts would be sorted with them
  weighed as materialized (
    select r.kind, r.object, t.word,
      t.weight * ts_rank('{0.12, 0.4, 0.8, 1}', r.vector, t.query) as strength,
      case when r.vector @@ t.titled then t.weight else 0 end as in_title
    from reach r join term t on r.vector @@ t.query
  ),
  hit as materialized (
    select w.kind, w.object, w.word, max(w.strength) as strength, max(w.in_title) as in_title
    from weighed w group by w.kind, w.object, w.word
  ),
  seen as (select * from search_seen(kinds)),
  worth as (select h.kind, h.word, count(*) as documents from hit h group by h.kind, h.word),
  weighty as materialized (
    select s.kind, w.word, ln(1 + s.documents / greatest(1, coalesce(h.documents, 0))::double precision) as worth
    from seen s cross join generate_series(0, word_count - 1) w(word)
      left join worth h on h.kind = s.kind and h.word = w.word
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
    select k.kind, k.object, k.score, k.matched, count(*) over (partition by k.kind) as total,
      bit_or(k.matched) over () as matched_by_any,
      row_number() over (partition by k.kind order by k.score desc, k.object desc) as place
    from ranked k
  )
  select p.kind, p.object, p.score, p.total, p.matched, p.matched_by_any from placed p where p.place <= per_kind
  order by p.kind, p.place
$$;
