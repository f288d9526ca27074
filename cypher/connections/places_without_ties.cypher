// Places without a tie
//
// Which places of a country, such as Chinese provinces or Belarusian cities, are tied to nobody across the border,
// neither themselves nor through anything inside them?
//
// Parameters
//   $country (text) = CN: BY for Belarus, CN for China
//   $to (entity_type) = province: what type of place to look at
//   $limit (integer) = 100: how many rows at the most
// Filters
// Columns
//   name: the place
//   id: its id
MATCH (place:Entity)
WHERE place.type = $to AND place.country = $country
OPTIONAL MATCH down = (place)<-[:LOCATED_IN*0..6]-(near:Entity)
WHERE all(n IN nodes(down) WHERE n.country = $country)
WITH DISTINCT place, near
OPTIONAL MATCH (near)-[r]-(far:Entity)
WHERE NOT type(r) IN ['LOCATED_IN', 'PART_OF', 'INDICATOR', 'MEMBER_OF', 'TOOK_PART_IN'] AND far.country <> $country
  AND NOT type(r) IN $without_types
  AND NOT coalesce(r.status, 'none') IN $without_statuses
  AND ($sectors = [] OR any(sector IN r.sectors WHERE sector IN $sectors))
  AND ($between_from IS NULL OR r.placed_from <= $between_to AND r.placed_to >= $between_from)
  AND ($as_of_from IS NULL OR r.holds_from <= $as_of_to AND r.holds_to >= $as_of_from)
WITH place, count(r) AS ties
WHERE ties = 0
RETURN place.name AS name, place.id AS id
ORDER BY name, id
LIMIT $limit
