// The id and digest of every fact; no digest: not of bycn
MATCH ()-[r:TWINNED_WITH|AGREEMENT|CONTRACT|TRADE_FLOW|ACCREDITED_AT|JOINT_PROJECT|COOPERATES_WITH|TOOK_PART_IN|MEMBER_OF|PART_OF|LOCATED_IN|INDICATOR]->()
WHERE r.id IS NOT NULL
RETURN type(r) AS key, r.id AS id,
       CASE WHEN r._bycn IS NOT NULL THEN coalesce(r._digest, '') END AS digest
