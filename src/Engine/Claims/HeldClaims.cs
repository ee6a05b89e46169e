using ActorKube.Api.Kinds;
using ActorKube.Engine.Commands;
using ActorKube.Engine.Objects;
using ActorKube.Engine.Views;

namespace ActorKube.Engine.Claims;

/// <summary>Who has what, as a view knows it. Pure.</summary>
public static class HeldClaims
{
    /// <summary>
    /// How long a claim is respected whose holder doesn't have it: it may be on its way. One that is older was left behind by a host that went down between the two writes. Safety doesn't rest
    /// on this time (<see cref="ClaimBook"/>), only how soon such a claim is to be had again.
    /// </summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    /// <summary>Whether an object can't have it because another one does.</summary>
    /// <param name="kind">The kind of those that may hold it.</param>
    /// <param name="by">Who wants it.</param>
    public static bool IsTaken(ViewSnapshot view, Kind kind, string name, ObjectKey by, DateTimeOffset now) =>
        view.Get(Claim.KeyOf(name)) is { } stored && Claim.Read(stored) is var claim && claim.Holder != by && (now - claim.Since < Patience || IsHeld(view, kind, claim));

    internal static bool IsHeld(ViewSnapshot view, Kind kind, Claim claim) =>
        view.Get(claim.Holder) is { } holder && kind.Claims(holder.Read(kind)).Contains(claim.Name);
}
