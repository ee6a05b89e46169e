namespace ActorKube.Engine.Objects;

/// <summary>One entry of <c>metadata.ownerReferences</c>, in the object's own order.</summary>
public sealed record ObjectOwner(string ApiVersion, string Kind, string Name, string Uid, bool Controller, bool BlockOwnerDeletion);
