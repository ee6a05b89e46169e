using ActorKube.Api.Errors;
using ActorKube.Api.Kinds;
using ActorKube.Api.Meta;
using ActorKube.Engine.Commands;
using ActorKube.Engine.Journals;
using ActorKube.Engine.Objects;
using ActorKube.Engine.Views;

namespace ActorKube.Engine.Claims;

/// <summary>
/// Takes claims before the write of their holder and gives them back after it. Rests on the journal's one constraint, that of several appends which expect the same version of an object one is
/// committed. Invariant: while an object holds something, the claim is there and names it. So
/// <list type="number">
/// <item>who is going to hold what it doesn't yet appends to the claim first, also where the claim names it already: whoever is about to give it back then loses;</item>
/// <item>a claim is given back at the version at which it was seen, after a write that ended the holding;</item>
/// <item>where the write that was to begin it was refused, another write of the same holder came first, which may hold the same by a claim that this one has appended to: it is given back only if
/// that write doesn't hold it, and where no write was tried, only if the claim did not name the holder before;</item>
/// <item>a claim that its holder doesn't have is taken over only after a write to the holder: one that is still on its way, whoever makes it, is thereby refused.</item>
/// </list>
/// A host that goes down in between leaves a claim behind at worst. Thread-safe.
/// </summary>
internal sealed class ClaimBook(ObjectStore store)
{
    private const string Cause = "claim";

    private static readonly ObjectState Nothing = ObjectState.Parse("""{"metadata":{"resourceVersion":""}}"""u8.ToArray());

    /// <summary>Takes all of them or none.</summary>
    /// <returns>What was taken, with its version; null when somebody was faster, which the view then shows.</returns>
    /// <exception cref="ApiException">Another object has one of them already in this view (500): whoever decided should have seen that.</exception>
    public async ValueTask<IReadOnlyList<TakenClaim>?> TryTakeAsync(Kind kind, ObjectKey holder, IEnumerable<string> names, ViewSnapshot view, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var results = await Task.WhenAll(names.Select(n => TakeAsync(kind, new Claim(n, holder, now), view, cancellationToken)));
        List<TakenClaim> taken = [.. results.Where(static r => r.Version > 0)];
        if (taken.Count == results.Length)
        {
            return taken;
        }

        await GiveBackAsync(taken.Where(static t => t.IsFresh));
        return null;
    }

    /// <summary>Gives claims back, unless somebody has appended to them since they were seen.</summary>
    public async Task GiveBackAsync(IEnumerable<TakenClaim> claims)
    {
        try
        {
            await Task.WhenAll(claims.Select(
                c => store.AppendAsync(new JournalAppend(Claim.KeyOf(c.Name), c.Version, Nothing, Cause, ChangeKind.Delete), CancellationToken.None).AsTask()));
        }
        catch (JournalUnavailableException)
        {
            // What was to be written has been, or was refused. A claim that is left behind is to be had again after a while.
        }
    }

    /// <summary>Gives back what was taken for a write that was refused. The view shows the write that came first.</summary>
    public Task GiveBackUnusedAsync(Kind kind, ObjectKey holder, IReadOnlyList<TakenClaim> taken, ViewSnapshot view)
    {
        var held = view.Get(holder) is { } winner ? kind.Claims(winner.Read(kind)) : [];
        return GiveBackAsync(taken.Where(t => !held.Contains(t.Name)));
    }

    /// <summary>Claims as they are in a view, to be given back.</summary>
    public static IEnumerable<TakenClaim> Seen(IEnumerable<string> names, ViewSnapshot view) =>
        names.Select(view.GetClaim).OfType<StoredObject>().Select(static s => new TakenClaim(s.Key.Name, s.Version, IsFresh: false));

    private async Task<TakenClaim> TakeAsync(Kind kind, Claim claim, ViewSnapshot view, CancellationToken cancellationToken)
    {
        var other = view.GetClaim(claim.Name) is { } known ? Claim.Read(known) : null;
        var isFresh = other?.Holder != claim.Holder;
        if (other is not null && isFresh)
        {
            if (HeldClaims.IsTaken(view, kind, claim.Name, claim.Holder, claim.Since))
            {
                throw ApiErrors.Internal($"{claim.Name} is held by {other.Holder}");
            }

            if (!await TryFenceAsync(kind, other.Holder, view, cancellationToken))
            {
                return default;
            }
        }

        var key = Claim.KeyOf(claim.Name);
        var result = await store.AppendAsync(new JournalAppend(key, view.VersionOf(key), claim.ToState(), Cause), cancellationToken);
        return result.Committed ? new TakenClaim(claim.Name, result.Version, isFresh) : default;
    }

    /// <summary>Writes to an object without changing it, be it that there is none: what was decided before, and isn't written yet, never will be.</summary>
    private async ValueTask<bool> TryFenceAsync(Kind kind, ObjectKey holder, ViewSnapshot view, CancellationToken cancellationToken)
    {
        var fence = view.Get(holder) is { } current
            ? new JournalAppend(holder, current.Version, ObjectState.Parse(kind.WriteStored(WithoutRevision(current.Read(kind)))), Cause)
            : new JournalAppend(holder, view.VersionOf(holder), Nothing, Cause, ChangeKind.Delete);
        return (await store.AppendAsync(fence, cancellationToken)).Committed;
    }

    private static IApiObject WithoutRevision(IApiObject value) => value.With(value.Metadata with { ResourceVersion = "" });
}
