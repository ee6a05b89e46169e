using ActorKube.Actors.Actions;
using ActorKube.Actors.Scheduling;
using ActorKube.Actors.Storage;
using ActorKube.Actors.Tests.Support;
using ActorKube.Api.Core;
using ActorKube.Api.Meta;
using ActorKube.Engine.Actors.Reconciling;
using Some = ActorKube.Actors.Tests.Support.Storage;

namespace ActorKube.Actors.Tests.Scheduling;

/// <summary>Pods with claims.</summary>
public sealed class VolumePlacementTests
{
    private static readonly Pod Pod = Some.Using(Make.Pod("p"), "c");
    private static readonly Node[] Zones = [Make.Node("na", labels: "zone=a"), Make.Node("nb", labels: "zone=b")];

    /// <summary>Claims that a pod can't have yet, and what it says.</summary>
    public static TheoryData<PersistentVolumeClaim?, string> Refused => new()
    {
        { null, "persistentvolumeclaim \"c\" not found" },
        { Some.Claim(), "pod has unbound immediate PersistentVolumeClaims" },
        { Make.Deleting(Some.Claim(), ClaimProtection.Finalizer), "persistentvolumeclaim \"c\" is being deleted" },
        { Some.Claim(volume: "v") with { Status = new PersistentVolumeClaimStatus { Phase = "Lost" } }, "persistentvolumeclaim \"c\" bound to non-existent persistentvolume \"v\"" },
    };

    [Theory(Timeout = 10_000)]
    [MemberData(nameof(Refused))]
    public async Task Pod_WithoutItsClaim_Waits(PersistentVolumeClaim? claim, string why) => Assert.Equal(
        $"event FailedScheduling: 0/2 nodes are available: {why}. preemption: 0/2 nodes are available: 2 Preemption is not helpful for scheduling.",
        (await DecideAsync(Pod, [.. Zones, .. claim is null ? [] : new IApiObject[] { claim }])).Texts()[0]);

    [Fact(Timeout = 10_000)]
    public async Task Pod_WithABoundClaim_GoesWhereTheVolumeIs()
    {
        var claim = Some.Bound(Some.Claim(), "v");
        Assert.Equal(["bind p to nb"], (await DecideAsync(Pod, [.. Zones, claim, Some.For(Some.On(Some.Volume("v"), "zone", "b"), claim)])).Texts());
        Assert.Contains("2 node(s) had volume node affinity conflict", (await DecideAsync(Pod, [.. Zones, claim, Some.For(Some.On(Some.Volume("v"), "zone", "c"), claim)])).Texts()[0], StringComparison.Ordinal);
        Assert.Contains("2 node(s) unavailable due to one or more pvc(s) bound to non-existent pv(s)", (await DecideAsync(Pod, [.. Zones, claim])).Texts()[0], StringComparison.Ordinal);
    }

    [Theory(Timeout = 10_000)]
    [InlineData("a", true)]
    [InlineData("a__b", true)]
    [InlineData("c", false)]
    public async Task Pod_WithAVolumeOfAZone_GoesThere(string zone, bool found)
    {
        var claim = Some.Bound(Some.Claim(), "v");
        var volume = Some.For(Some.Volume("v"), claim);
        volume = volume with { Metadata = volume.Metadata with { Labels = Make.Labels("topology.kubernetes.io/zone=" + zone) } };
        var decision = await DecideAsync(Pod, Make.Node("n", labels: "topology.kubernetes.io/zone=a"), claim, volume);
        Assert.Equal(found ? "bind p to n" : "event FailedScheduling: 0/1 nodes are available: 1 node(s) had no available volume zone. preemption: 0/1 nodes are available: 1 Preemption is not helpful for scheduling.", decision.Texts()[0]);
    }

    [Fact(Timeout = 10_000)]
    public async Task Pod_WithALateClaim_TakesAVolumeOfItsNodeFirst()
    {
        var late = Some.Class(mode: "WaitForFirstConsumer");
        var volume = Some.On(Some.Volume("v"), "zone", "b");
        var taken = (PersistentVolume)(await DecideAsync(Pod, [.. Zones, late, Some.Claim(), volume])).Only<ReplaceObject>().Next;
        Assert.Equal("uid-of-c", taken.Spec.ClaimRef?.Uid);

        // Until the claim has it there is nothing to do.
        Assert.Empty((await DecideAsync(Pod, [.. Zones, late, Some.Claim(), taken])).Actions);
        Assert.Contains("2 node(s) didn't find available persistent volumes to bind", (await DecideAsync(Pod, [.. Zones, late, Some.Claim()])).Texts()[0], StringComparison.Ordinal);
    }

    [Fact(Timeout = 10_000)]
    public async Task Pod_WithTwoLateClaims_TakesAVolumeForEach()
    {
        var late = Some.Class(mode: "WaitForFirstConsumer");
        var decision = await DecideAsync(Some.Using(Make.Pod("p"), "c", "d"), Zones[0], late, Some.Claim("c", "2Gi"), Some.Claim("d"), Some.Volume("v", "2Gi"), Some.Volume("w", "3Gi"));
        Assert.Equal([("v", "d"), ("w", "c")], decision.Actions.OfType<ReplaceObject>().Select(static a => (a.Basis.Key.Name, ((PersistentVolume)a.Next).Spec.ClaimRef!.Name!)));
    }

    [Fact(Timeout = 10_000)]
    public async Task Pod_WithALateClaimOfAProvisioner_TellsItWhere()
    {
        var decision = await DecideAsync(Pod, Zones[1], Some.Class(provisioner: "example.com/x", mode: "WaitForFirstConsumer"), Some.Claim());
        Assert.Equal("nb", decision.Only<ReplaceObject>().Next.Metadata.Annotations![VolumeAnnotations.SelectedNode]);
    }

    [Theory(Timeout = 10_000)]
    [InlineData("na", PodPhases.Running, false)]
    [InlineData("na", PodPhases.Succeeded, true)]
    [InlineData(null, PodPhases.Pending, true)]
    public async Task Pod_WithAClaimForOnePod_WaitsWhileAnotherHasIt(string? node, string phase, bool binds)
    {
        var claim = Some.Bound(Some.Claim(modes: "ReadWriteOncePod"), "v");
        var decision = await DecideAsync(Pod, [.. Zones, claim, Some.For(Some.Volume("v", modes: "ReadWriteOncePod"), claim), Some.Using(Make.Pod("other", node: node, phase: phase), "c")]);
        Assert.Equal(binds, decision.Texts()[0].StartsWith("bind", StringComparison.Ordinal));
        Assert.Equal(!binds, decision.Texts()[0].Contains("2 node has pod using PersistentVolumeClaim with the same name and ReadWriteOncePod access mode", StringComparison.Ordinal));
    }

    [Fact(Timeout = 10_000)]
    public async Task Pod_WithAnEphemeralVolume_MakesItsClaim()
    {
        var pod = Make.Pod("p") with
        {
            Spec = Make.Pod("p").Spec with
            {
                Volumes = [new Volume { Name = "v", Ephemeral = new EphemeralVolumeSource { VolumeClaimTemplate = new PersistentVolumeClaimTemplate { Spec = Some.Claim().Spec } } }],
            },
        };
        await using var cluster = await Cluster.WithAsync(pod);
        var claim = (PersistentVolumeClaim)cluster.Decide(new EphemeralClaims(), pod).Only<CreateObject>().Object;
        Assert.Equal(("p-v", "uid-of-p"), (claim.Metadata.Name, claim.Metadata.OwnerReferences![0].Uid));

        await cluster.PutAsync(claim);
        Assert.Empty(cluster.Decide(new EphemeralClaims(), pod).Actions);
    }

    private static async Task<Decision> DecideAsync(Pod pod, params IApiObject[] others)
    {
        await using var cluster = await Cluster.WithAsync([pod, .. others]);
        return cluster.Decide(new PlacementReconciler(cluster.Ledger()), pod);
    }
}
