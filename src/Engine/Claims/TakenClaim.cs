using ActorKube.Engine.Objects;
using ActorKube.Engine.Views;

namespace ActorKube.Engine.Claims;

/// <summary>A claim at the version at which it was appended to, or seen.</summary>
/// <param name="IsFresh">It did not name its holder before.</param>
internal readonly record struct TakenClaim(string Name, long Version, bool IsFresh);

internal static class ClaimLookup
{
    public static StoredObject? GetClaim(this ViewSnapshot view, string name) => view.Get(Claim.KeyOf(name));
}
