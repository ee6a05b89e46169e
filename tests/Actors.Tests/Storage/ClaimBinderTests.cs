using ActorKube.Actors.Actions;
using ActorKube.Actors.Storage;
using ActorKube.Actors.Tests.Support;
using ActorKube.Api.Core;
using ActorKube.Api.Meta;
using ActorKube.Engine.Actors.Reconciling;
using ActorKube.Engine.Actors.Regions;
using ActorKube.Engine.Events;
using Some = ActorKube.Actors.Tests.Support.Storage;

namespace ActorKube.Actors.Tests.Storage;

public sealed class ClaimBinderTests
{
    /// <summary>Volumes by name, size and modes; the one that a claim of 3Gi takes.</summary>
    [Theory(Timeout = 10_000)]
    [InlineData("big=10Gi;mid=5Gi;tiny=1Gi", "mid")]
    [InlineData("tiny=1Gi", null)]
    [InlineData("able=3Gi:ReadWriteOnce,ReadWriteMany;plain=9Gi:ReadWriteOnce", "plain")]
    [InlineData("readers=3Gi:ReadOnlyMany", null)]
    public async Task Claim_WithChoice_TakesTheSmallestThatDoes(string volumes, string? chosen)
    {
        var claim = Some.Claim(size: "3Gi");
        var offered = volumes.Split(';').Select(static v => v.Split('=', ':')).Select(static v => Some.Volume(v[0], v[1], modes: v.Length > 2 ? v[2].Split(',') : []));
        var decision = await DecideAsync(claim, [Some.Class(), .. offered]);
        Assert.Equal(chosen, decision.Actions.OfType<ReplaceObject>().SingleOrDefault()?.Basis.Key.Name);
    }

    [Fact(Timeout = 10_000)]
    public async Task Claim_WithASelector_TakesAVolumeWithTheLabels()
    {
        var claim = Some.Claim() with { Spec = Some.Claim().Spec with { Selector = new LabelSelector { MatchLabels = Make.Labels("t=y") } } };
        var labelled = Some.Volume("b", "9Gi");
        Assert.Equal(["replace b"], (await DecideAsync(claim, Some.Volume("a"), labelled with { Metadata = labelled.Metadata with { Labels = Make.Labels("t=y") } })).Texts());
    }

    [Theory(Timeout = 10_000)]
    [InlineData("other", "Available", null, false)]
    [InlineData(Some.Standard, "Pending", null, false)]
    [InlineData(Some.Standard, "Available", "Block", false)]
    [InlineData(Some.Standard, "Available", "Filesystem", true)]
    public async Task Volume_OfAnotherKind_IsNotTaken(string storageClass, string phase, string? mode, bool taken)
    {
        var volume = Some.Volume("a", storageClass: storageClass, phase: phase);
        var decision = await DecideAsync(Some.Claim(), volume with { Spec = volume.Spec with { VolumeMode = mode } });
        Assert.Equal(taken, decision.Actions.OfType<ReplaceObject>().Any());
    }

    [Fact(Timeout = 10_000)]
    public async Task Claim_Chosen_GoesStepByStep()
    {
        var (claim, volume) = (Some.Claim(), Some.Volume("a"));
        var first = (PersistentVolume)(await DecideAsync(claim, volume)).Only<ReplaceObject>().Next;
        Assert.Equal(claim.Metadata.Uid, first.Spec.ClaimRef?.Uid);
        Assert.True(Annotated.Has(first.Metadata, VolumeAnnotations.BoundByController));

        var second = (PersistentVolumeClaim)(await DecideAsync(claim, first)).Only<ReplaceObject>().Next;
        Assert.Equal("a", second.Spec.VolumeName);
        Assert.Equal(["pv.kubernetes.io/bind-completed", "pv.kubernetes.io/bound-by-controller"], second.Metadata.Annotations!.Keys.Order());

        var third = (PersistentVolumeClaim)(await DecideAsync(second, first)).Only<ReplaceStatus>().Next;
        Assert.Equal(("Bound", "1Gi"), (third.Status.Phase, third.Status.Capacity!["storage"].ToString()));
        Assert.Empty((await DecideAsync(third, first)).Actions);
    }

    [Fact(Timeout = 10_000)]
    public async Task Claim_ThatAPersonKeptAVolumeFor_TakesThatOne()
    {
        var claim = Some.Claim();
        var kept = Some.For(Some.Volume("kept", "9Gi"), claim, uid: "", byController: false);
        var next = (PersistentVolume)(await DecideAsync(claim, Some.Volume("a"), kept)).Only<ReplaceObject>().Next;
        Assert.Equal(("kept", claim.Metadata.Uid), (next.Metadata.Name, next.Spec.ClaimRef?.Uid));
        Assert.False(Annotated.Has(next.Metadata, VolumeAnnotations.BoundByController));
    }

    [Fact(Timeout = 10_000)]
    public async Task Claims_OfTwoHosts_NeverShareAVolume()
    {
        var (a, b) = (Some.Claim("a"), Some.Claim("b"));
        await using var cluster = await Cluster.WithAsync(a, b, Some.Volume("v"));
        var (first, second) = (cluster.Decide(new ClaimBinder(), a).Only<ReplaceObject>(), cluster.Decide(new ClaimBinder(), b).Only<ReplaceObject>());
        var performer = new ActionPerformer(cluster.Commands, new NoEvents(), Cluster.Writes, []);
        var outcomes = new[] { await PerformAsync(first), await PerformAsync(second) };
        Assert.Equal([ActionOutcome.Done, ActionOutcome.Stale], outcomes);
        Assert.Equal("a", cluster.Get<PersistentVolume>(first.Basis.Key).Spec.ClaimRef?.Name);
        Assert.DoesNotContain("replace v", cluster.Decide(new ClaimBinder(), b).Texts());

        ValueTask<ActionOutcome> PerformAsync(ReplaceObject action) => performer.PerformAsync(new ActorTurn(action.Basis.Key, cluster.Store), action, TestContext.Current.CancellationToken);
    }

    /// <summary>What is said to a claim that nobody helps, by its class and how that makes volumes.</summary>
    [Theory(Timeout = 10_000)]
    [InlineData("", null, "Immediate", "event FailedBinding: no persistent volumes available for this claim and no storage class is set")]
    [InlineData("gone", null, "Immediate", "event ProvisioningFailed: storageclass.storage.k8s.io \"gone\" not found")]
    [InlineData("standard", "kubernetes.io/no-provisioner", "Immediate", "event ProvisioningFailed: no volume plugin matched name: kubernetes.io/no-provisioner")]
    [InlineData("standard", "example.com/x", "WaitForFirstConsumer", "event WaitForFirstConsumer: waiting for first consumer to be created before binding")]
    [InlineData("standard", "example.com/x", "Immediate", "replace c")]
    public async Task Claim_WithoutAVolume_SaysWhatItWaitsFor(string storageClass, string? provisioner, string mode, string expected) =>
        Assert.Equal([expected], (await DecideAsync(Some.Claim(storageClass: storageClass), provisioner is null ? [] : [Some.Class(provisioner: provisioner, mode: mode)])).Texts());

    [Fact(Timeout = 10_000)]
    public async Task Claim_OfAProvisioner_WaitsForIt()
    {
        var claim = (PersistentVolumeClaim)(await DecideAsync(Some.Claim(), Some.Class(provisioner: "example.com/x"))).Only<ReplaceObject>().Next;
        Assert.Equal("example.com/x", claim.Metadata.Annotations![VolumeAnnotations.Provisioner]);
        Assert.StartsWith("event ExternalProvisioning: Waiting for a volume to be created either by the external provisioner 'example.com/x'", (await DecideAsync(claim, Some.Class(provisioner: "example.com/x"))).Texts().Single(), StringComparison.Ordinal);
    }

    [Theory(Timeout = 10_000)]
    [InlineData(null, "fast")]
    [InlineData("", "")]
    public async Task Claim_ThatNamesNoClass_GetsTheDefaultWhenThereIsOne(string? named, string expected)
    {
        var decision = await DecideAsync(Some.Claim(storageClass: named), Some.Class("fast", isDefault: true));
        Assert.Equal(expected, ((PersistentVolumeClaim?)decision.Actions.OfType<ReplaceObject>().SingleOrDefault()?.Next)?.Spec.StorageClassName ?? named);
    }

    [Fact(Timeout = 10_000)]
    public async Task Claim_OfALateBindingClass_WaitsForThePodsThatUseIt()
    {
        var decision = await DecideAsync(Some.Claim(), Some.Class(mode: "WaitForFirstConsumer"), Some.Volume("a"), Some.Using(Make.Pod("p"), "c"), Some.Using(Make.Pod("q"), "c"));
        Assert.Equal(["event WaitForPodScheduled: waiting for pods p,q to be scheduled"], decision.Texts());
    }

    /// <summary>Volumes that the claim names.</summary>
    [Theory(Timeout = 10_000)]
    [InlineData("none", null)]
    [InlineData("small", "event VolumeMismatch: Cannot bind to requested volume \"small\": requested PV is too small")]
    [InlineData("taken", "event FailedBinding: volume \"taken\" already bound to a different claim.")]
    [InlineData("good", "replace good")]
    public async Task Claim_ThatNamesAVolume_TakesNoOther(string volume, string? expected) => Assert.Equal(expected is null ? [] : [expected], (await DecideAsync(
        Some.Claim(size: "2Gi", volume: volume), Some.Volume("small"), Some.For(Some.Volume("taken", "2Gi"), Some.Claim("other")), Some.Volume("good", "9Gi"), Some.Volume("free", "2Gi"))).Texts());

    [Fact(Timeout = 10_000)]
    public async Task BoundClaim_WhoseVolumeIsGone_IsLostForGood()
    {
        var lost = await DecideAsync(Some.Bound(Some.Claim(), "gone"), Some.Volume("free"));
        Assert.Equal(["status c", "event ClaimLost: Bound claim has lost its PersistentVolume. Data on the volume is lost!"], lost.Texts());
        Assert.Equal("Lost", ((PersistentVolumeClaim)lost.Only<ReplaceStatus>().Next).Status.Phase);

        var misbound = await DecideAsync(Some.Bound(Some.Claim(), "v"), Some.For(Some.Volume("v"), Some.Claim("other")));
        Assert.Equal(["status c", "event ClaimMisbound: Two claims are bound to the same volume, this one is bound incorrectly"], misbound.Texts());
    }

    private static async Task<Decision> DecideAsync(PersistentVolumeClaim claim, params IApiObject[] others)
    {
        await using var cluster = await Cluster.WithAsync([claim, .. others]);
        return cluster.Decide(new ClaimBinder(), claim);
    }

    private sealed class NoEvents : IEventRecorder
    {
        public void Record(ObjectReference regarding, string type, string reason, string message, string component, string? host = null)
        {
            // Nobody listens.
        }
    }
}
