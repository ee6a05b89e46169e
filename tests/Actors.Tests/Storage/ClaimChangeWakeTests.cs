using ActorKube.Actors.Storage;
using ActorKube.Actors.Tests.Support;
using ActorKube.Engine.Objects;
using ActorKube.Engine.Views.Watching;
using Some = ActorKube.Actors.Tests.Support.Storage;

namespace ActorKube.Actors.Tests.Storage;

public sealed class ClaimChangeWakeTests
{
    /// <summary>The volume may have been offered to this claim alone, which took another one.</summary>
    [Theory(Timeout = 30_000)]
    [InlineData("bound", "persistentvolumeclaims/ns/b")]
    [InlineData("gone", "persistentvolumeclaims/ns/b")]
    [InlineData("other class", "persistentvolumeclaims/ns/b")]
    [InlineData("as before", "")]
    public async Task Claim_ThatWaitsNoLonger_WakesTheNextWhoMayTakeWhatItLeaves(string change, string woken)
    {
        var claim = Some.Claim("a");
        await using var cluster = await Cluster.WithAsync(
            [.. Enumerable.Range(0, 20).Select(static i => Some.Volume($"a-small-{i}", "500Mi")), Some.Volume("free"), Some.Volume("free-too"), Some.Claim("large", "2Gi"), Some.Claim("other", storageClass: "fast"), Some.Claim("b"), Some.Claim("c"), claim]);
        var previous = cluster.View.Snapshot().Get(Cluster.KeyOf(claim))!;
        if (change == "gone")
        {
            await cluster.RemoveAsync(claim);
        }
        else
        {
            await cluster.PutAsync(change switch
            {
                "bound" => Some.Claim("a", volume: "another"),
                "other class" => Some.Claim("a", storageClass: "slow"),
                _ => claim with { Status = claim.Status with { Phase = "Pending", Capacity = null } },
            });
        }

        var snapshot = cluster.View.Snapshot();
        var wake = new List<ObjectKey>();
        new ClaimChangeWakeRule().Wake(
            change == "gone" ? new ObjectEvent(ObjectEventType.Deleted, previous, previous) : new ObjectEvent(ObjectEventType.Modified, snapshot.Get(previous.Key)!, previous), snapshot, wake);

        Assert.Equal(woken, string.Join(' ', wake));
    }
}
