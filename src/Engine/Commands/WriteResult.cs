using ActorKube.Api.Meta;
using ActorKube.Engine.Objects;

namespace ActorKube.Engine.Commands;

/// <summary>What a write led to.</summary>
/// <param name="Object">The object in its stored version, as it now is.</param>
/// <param name="Stored">The same in the journal; null for a dry run.</param>
/// <param name="Created">False when it was there before.</param>
/// <param name="Warnings">Texts for the client's user.</param>
public sealed record WriteResult(IApiObject Object, StoredObject? Stored, bool Created, IReadOnlyList<string> Warnings)
{
    /// <summary>The journal has taken it; false for what was so already, and for a dry run.</summary>
    internal bool IsAppended { get; init; }
}

/// <summary>What a deletion led to.</summary>
/// <param name="Object">The object as it is now, or as it was last.</param>
/// <param name="Stored">The same in the journal; null for a dry run.</param>
/// <param name="Gone">True when it is deleted, false while finalizers or grace hold it.</param>
public sealed record DeleteResult(IApiObject Object, StoredObject? Stored, bool Gone)
{
    /// <inheritdoc cref="WriteResult.IsAppended"/>
    internal bool IsAppended { get; init; }
}
