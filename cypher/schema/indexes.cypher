// The indexes by which values are found that are there, with the constraints that own them
SHOW INDEXES YIELD name, type, entityType, labelsOrTypes, properties, owningConstraint, state
RETURN name, type, entityType AS kind, labelsOrTypes AS labels, properties, owningConstraint AS owner, state
ORDER BY name
