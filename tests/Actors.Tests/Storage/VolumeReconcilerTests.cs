using ActorKube.Actors.Actions;
using ActorKube.Actors.Storage;
using ActorKube.Actors.Tests.Support;
using ActorKube.Api.Core;
using ActorKube.Api.Meta;
using ActorKube.Engine.Actors.Reconciling;
using Some = ActorKube.Actors.Tests.Support.Storage;

namespace ActorKube.Actors.Tests.Storage;

public sealed class VolumeReconcilerTests
{
    [Fact(Timeout = 10_000)]
    public async Task Volume_WhoseClaimNamesIt_IsBound()
    {
        var claim = Some.Bound(Some.Claim(), "v");
        Assert.Equal("Bound", Phase(await DecideAsync(Some.For(Some.Volume("v"), claim), claim)));
    }

    [Fact(Timeout = 10_000)]
    public async Task Volume_WhoseClaimHasYetToNameIt_Waits() => Assert.Empty((await DecideAsync(Some.For(Some.Volume("v"), Some.Claim()), Some.Claim())).Actions);

    [Theory(Timeout = 10_000)]
    [InlineData(true, null)]
    [InlineData(false, "c")]
    public async Task Volume_WhoseClaimTookAnother_LetsGo(bool byController, string? keptFor)
    {
        var claim = Some.Bound(Some.Claim(), "other");
        var next = (PersistentVolume)(await DecideAsync(Some.For(Some.Volume("v"), claim, byController: byController), claim)).Only<ReplaceObject>().Next;
        Assert.Equal((keptFor, null), (next.Spec.ClaimRef?.Name, next.Spec.ClaimRef?.Uid));
        Assert.Null(next.Metadata.Annotations);
    }

    [Fact(Timeout = 10_000)]
    public async Task Volume_WhoseClaimIsGone_IsReleasedFirst()
    {
        Assert.Equal("Released", Phase(await DecideAsync(Some.For(Some.Volume("v", phase: "Bound"), Some.Claim()))));

        var another = Some.Claim() with { Metadata = Make.Meta("c") with { Uid = "younger" } };
        Assert.Equal("Released", Phase(await DecideAsync(Some.For(Some.Volume("v", phase: "Bound"), Some.Claim()), another)));
    }

    /// <summary>What becomes of a released volume, by its policy and what it is on.</summary>
    [Theory(Timeout = 10_000)]
    [InlineData("Retain", "/tmp/x", "")]
    [InlineData("Delete", "/tmp/x", "delete v")]
    [InlineData("Delete", "/data/x", "status v|event VolumeFailedDelete: host_path deleter only supports /tmp/.+ but received provided /data/x")]
    [InlineData("Delete", null, "status v|event VolumeFailedDelete: error getting deleter volume plugin for volume \"v\": no deletable volume plugin matched")]
    [InlineData("Recycle", "/tmp/x", "status v|event VolumeFailedRecycle: No recycler plugin found for the volume!")]
    public async Task ReleasedVolume_FollowsItsPolicy(string policy, string? path, string expected)
    {
        var volume = Some.For(Some.Volume("v", phase: "Released", policy: policy), Some.Claim());
        var decision = await DecideAsync(volume with { Spec = volume.Spec with { HostPath = path is null ? null : new HostPathVolumeSource { Path = path } } });
        Assert.Equal(expected, string.Join('|', decision.Texts()));
    }

    [Fact(Timeout = 10_000)]
    public async Task ReleasedVolume_OfADriver_IsTheDrivers()
    {
        var volume = Some.For(Some.Volume("v", phase: "Released", policy: "Delete"), Some.Claim());
        Assert.Empty((await DecideAsync(volume with { Metadata = Annotated.With(volume.Metadata, VolumeAnnotations.ProvisionedBy, "example.com/x") })).Actions);
    }

    [Fact(Timeout = 10_000)]
    public async Task FailedVolume_SaysSoOnce() => Assert.Empty((await DecideAsync(Some.For(Some.Volume("v", phase: "Failed", policy: "Recycle"), Some.Claim()))).Actions);

    [Fact(Timeout = 10_000)]
    public async Task VolumeThatIsToGo_WithALiveClaim_Stays()
    {
        var volume = Make.Deleting(Some.For(Some.Volume("v"), Some.Claim()), VolumeReconciler.Finalizer);
        Assert.Empty((await DecideAsync(volume, Some.Claim())).Actions);
        Assert.Equal(["replace v"], (await DecideAsync(volume)).Texts());
    }

    private static string? Phase(Decision decision) => ((PersistentVolume)decision.Only<ReplaceStatus>().Next).Status.Phase;

    private static async Task<Decision> DecideAsync(PersistentVolume volume, params IApiObject[] others)
    {
        await using var cluster = await Cluster.WithAsync([volume, .. others]);
        return cluster.Decide(new VolumeReconciler(), volume);
    }
}
