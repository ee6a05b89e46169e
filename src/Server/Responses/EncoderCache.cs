using System.Collections.Frozen;
using ActorKube.Api.Kinds;

namespace ActorKube.Server.Responses;

/// <summary>The encoder of each kind that is served.</summary>
public sealed class EncoderCache(KindRegistry kinds)
{
    private readonly FrozenDictionary<Kind, ObjectEncoder> _encoders = kinds.All.ToFrozenDictionary(k => k, k => new ObjectEncoder(k));

    public ObjectEncoder For(Kind kind) => _encoders[kind];
}
