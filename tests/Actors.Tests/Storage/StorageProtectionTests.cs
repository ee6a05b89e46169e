using ActorKube.Actors.Actions;
using ActorKube.Actors.Storage;
using ActorKube.Actors.Tests.Support;
using ActorKube.Api.Core;
using ActorKube.Api.Meta;

namespace ActorKube.Actors.Tests.Storage;

public sealed class StorageProtectionTests
{
    [Theory]
    [InlineData(null, true)]
    [InlineData("", true)]
    [InlineData("n1", false)]
    public async Task ClaimThatIsToGo_WithAPod_WaitsForOneOnANode(string? node, bool goes)
    {
        var claim = Make.Deleting(Claim(), ClaimProtection.Finalizer, "other");
        var pod = Make.Pod("p", node: node);
        pod = pod with { Spec = pod.Spec with { Volumes = [new Volume { Name = "v", PersistentVolumeClaim = new PersistentVolumeClaimVolumeSource { ClaimName = "c" } }] } };
        await using var cluster = await Cluster.WithAsync(claim, pod);

        var decision = cluster.Decide(new ClaimProtection(), claim);

        Assert.Equal(goes ? ["other"] : null, decision.Actions.OfType<ReplaceObject>().SingleOrDefault()?.Next.Metadata.Finalizers);
    }

    [Fact]
    public async Task ClaimThatStays_IsLeftAlone()
    {
        var claim = Claim();
        await using var cluster = await Cluster.WithAsync(claim);
        Assert.Empty(cluster.Decide(new ClaimProtection(), claim).Actions);
    }

    [Fact]
    public async Task Volume_ThatNobodyClaims_IsAvailable()
    {
        var volume = Volume("Pending");
        await using var cluster = await Cluster.WithAsync(volume);
        Assert.Equal("Available", ((PersistentVolume)cluster.Decide(new VolumeReconciler(), volume).Only<ReplaceStatus>().Next).Status.Phase);
    }

    [Theory]
    [InlineData("Available", true)]
    [InlineData("Bound", false)]
    public async Task VolumeThatIsToGo_GoesUnlessItIsBound(string phase, bool goes)
    {
        var volume = Make.Deleting(Volume(phase), VolumeReconciler.Finalizer);
        await using var cluster = await Cluster.WithAsync(volume);
        Assert.Equal(goes, cluster.Decide(new VolumeReconciler(), volume).Actions.OfType<ReplaceObject>().Any(a => a.Next.Metadata.Finalizers is null));
    }

    private static PersistentVolumeClaim Claim() => new() { ApiVersion = "v1", Kind = "PersistentVolumeClaim", Metadata = Make.Meta("c") };

    private static PersistentVolume Volume(string phase) => new()
    {
        ApiVersion = "v1",
        Kind = "PersistentVolume",
        Metadata = new ObjectMeta { Name = "v" },
        Status = new PersistentVolumeStatus { Phase = phase },
    };
}
