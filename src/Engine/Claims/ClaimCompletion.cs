using ActorKube.Api.Kinds;
using ActorKube.Engine.Commands;
using ActorKube.Engine.Journals;
using ActorKube.Engine.Views;

namespace ActorKube.Engine.Claims;

/// <summary>Makes the claims of objects that were written when there were no claims yet. To be called at start, as often as one likes.</summary>
public static class ClaimCompletion
{
    public static async Task RunAsync(ObjectStore store, KindRegistry kinds, TimeProvider time, CancellationToken cancellationToken = default)
    {
        var view = store.View.Snapshot();
        var missing = kinds.All.Where(static k => k is { StoredAs: null, HasClaims: true })
            .SelectMany(kind => view.List(kind.Resource).SelectMany(s => kind.Claims(s.Read(kind)).Select(name => new Claim(name, s.Key, time.GetUtcNow()))))
            .Where(c => view.GetClaim(c.Name) is null).DistinctBy(static c => c.Name);

        // Refused is who isn't first: another host makes the same.
        await Task.WhenAll(missing.Select(c => store.AppendAsync(new JournalAppend(Claim.KeyOf(c.Name), view.VersionOf(Claim.KeyOf(c.Name)), c.ToState(), "claim"), cancellationToken).AsTask()));
    }
}
