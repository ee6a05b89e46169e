using ActorKube.Engine.Objects;

namespace ActorKube.Network;

/// <summary>Something of an object that can't be done, for its owner to read as a Warning Event.</summary>
/// <param name="Reason">One word in camel case.</param>
public sealed record Problem(ObjectKey Regarding, string Reason, string Message);
