namespace ActorKube.Api.Apply;

/// <summary>One step in a <see cref="FieldSet"/>: whether the field itself is in the set, and which of the fields below it are. Never neither.</summary>
internal readonly record struct FieldSetNode(string Element, bool IsMember, FieldSet Children);
