using ActorKube.Api.Kinds;
using ActorKube.Engine.Objects;

namespace ActorKube.Actors.Namespaces;

/// <summary>Something in a namespace.</summary>
internal readonly record struct NamespaceContent(Kind Kind, StoredObject Stored);
