// The JOINT_PROJECT facts of $ids removed
UNWIND $ids AS id
MATCH ()-[r:JOINT_PROJECT {id: id}]->()
WHERE r._bycn IS NOT NULL
DELETE r
RETURN count(*) AS removed
