// The labels and relationship types that are there at all
UNWIND [
  ['Source', COUNT { (:Source) }],
  ['Document', COUNT { (:Document) }],
  ['Entity', COUNT { (:Entity) }],
  ['TWINNED_WITH', COUNT { ()-[:TWINNED_WITH]->() }],
  ['AGREEMENT', COUNT { ()-[:AGREEMENT]->() }],
  ['CONTRACT', COUNT { ()-[:CONTRACT]->() }],
  ['TRADE_FLOW', COUNT { ()-[:TRADE_FLOW]->() }],
  ['ACCREDITED_AT', COUNT { ()-[:ACCREDITED_AT]->() }],
  ['JOINT_PROJECT', COUNT { ()-[:JOINT_PROJECT]->() }],
  ['COOPERATES_WITH', COUNT { ()-[:COOPERATES_WITH]->() }],
  ['TOOK_PART_IN', COUNT { ()-[:TOOK_PART_IN]->() }],
  ['MEMBER_OF', COUNT { ()-[:MEMBER_OF]->() }],
  ['PART_OF', COUNT { ()-[:PART_OF]->() }],
  ['LOCATED_IN', COUNT { ()-[:LOCATED_IN]->() }],
  ['INDICATOR', COUNT { ()-[:INDICATOR]->() }]
] AS kind
WITH kind
WHERE kind[1] > 0
RETURN kind[0] AS name
