using ActorKube.Actors.Tests.Support;
using ActorKube.Api.Core;
using ActorKube.Api.Meta;
using ActorKube.Engine.Commands;
using ActorKube.Engine.Views;
using Some = ActorKube.Actors.Tests.Support.Storage;

namespace ActorKube.Actors.Tests.Storage;

/// <summary>Claims and volumes with all actors at work.</summary>
public sealed class LiveBindingTests(LiveCluster cluster) : IClassFixture<LiveCluster>
{
    private const string Claims = "persistentvolumeclaims";
    private const string Volumes = "persistentvolumes";

    [Fact(Timeout = 60_000)]
    public async Task Claims_MoreThanVolumes_ShareNoneAndTheRestWait()
    {
        const int Few = 30;
        const int Many = 40;
        await cluster.CreateAsync(Some.Class("crowd"));
        await Task.WhenAll(Enumerable.Range(0, Few).Select(i => cluster.CreateAsync(Fresh(Some.Volume($"crowd-{i}", storageClass: "crowd"))))
            .Concat(Enumerable.Range(0, Many).Select(i => cluster.CreateAsync(Fresh(Some.Claim($"crowd-{i}", storageClass: "crowd"))))));
        var snapshot = await cluster.UntilAsync(static s => Bound(s, "crowd").Count == Few && VolumesOf(s, "crowd").All(static v => v.Status.Phase == "Bound"));
        var pairs = Bound(snapshot, "crowd").ToDictionary(static c => c.Spec.VolumeName!, static c => c.Metadata.Uid!);
        Assert.Equal(pairs, VolumesOf(snapshot, "crowd").ToDictionary(static v => v.Metadata.Name!, static v => v.Spec.ClaimRef!.Uid!));

        await cluster.CreateAsync(Fresh(Some.Volume("crowd-late", storageClass: "crowd")));
        await cluster.UntilAsync(static s => Bound(s, "crowd").Count == Few + 1);
    }

    /// <summary>All volumes are offered to the same few claims.</summary>
    [Fact(Timeout = 60_000)]
    public async Task Volumes_ThatComeAtOnceForClaimsThatWait_AreAllTaken()
    {
        await Task.WhenAll(Enumerable.Range(0, 100).Select(i => cluster.CreateAsync(Fresh(Some.Claim($"queue-{i}", storageClass: "queue")))));
        await Task.WhenAll(Enumerable.Range(0, 80).Select(i => cluster.CreateAsync(Fresh(Some.Volume($"queue-{i}", storageClass: "queue")))));
        await cluster.UntilAsync(static s => Bound(s, "queue").Count == 80);
    }

    [Fact(Timeout = 60_000)]
    public async Task Volume_WhoseClaimGoes_IsReleased()
    {
        await cluster.CreateAsync(Fresh(Some.Volume("alone", storageClass: "alone")));
        var claim = await cluster.CreateAsync(Fresh(Some.Claim("alone", storageClass: "alone")));
        await cluster.UntilAsync(static s => Bound(s, "alone").Count == 1);
        await cluster.DeleteAsync(claim);
        await cluster.UntilAsync(static s => VolumesOf(s, "alone").Single().Status.Phase == "Released");
    }

    [Fact(Timeout = 60_000)]
    public async Task Pods_ThatWantAClaimForOnePod_GetItOneAtATime()
    {
        foreach (var node in new[] { Make.Node("one"), Make.Node("two"), Make.Node("three") })
        {
            await cluster.CreateAsync(Fresh(node));
        }

        await cluster.CreateAsync(Fresh(Some.Volume("single", storageClass: "single", modes: "ReadWriteOncePod")));
        await cluster.CreateAsync(Fresh(Some.Claim("single", storageClass: "single", modes: "ReadWriteOncePod")));
        await Task.WhenAll(Enumerable.Range(0, 12).Select(i => cluster.CreateAsync(Fresh(Some.Using(Make.Pod($"single-{i}"), "single")))));
        var snapshot = await cluster.UntilAsync(static s => Pods(s).Count(IsTold) == 11);
        Assert.Single(Pods(snapshot), static p => p.Spec.NodeName is { Length: > 0 });

        static List<Pod> Pods(ViewSnapshot snapshot) => [.. snapshot.List("pods").Select(static s => s.Read<Pod>())];

        static bool IsTold(Pod pod) => PodConditions.Find(pod.Status, PodConditions.Scheduled)?.Message?.Contains("ReadWriteOncePod", StringComparison.Ordinal) == true;
    }

    private static T Fresh<T>(T value)
        where T : IApiObject => (T)value.With(new ObjectMeta { Name = value.Metadata.Name, Namespace = value.Metadata.Namespace });

    private static List<PersistentVolumeClaim> Bound(ViewSnapshot snapshot, string storageClass) =>
        [.. snapshot.List(Claims).Select(static s => s.Read<PersistentVolumeClaim>()).Where(c => c.Spec.StorageClassName == storageClass && c.Status.Phase == "Bound")];

    private static List<PersistentVolume> VolumesOf(ViewSnapshot snapshot, string storageClass) =>
        [.. snapshot.List(Volumes).Select(static s => s.Read<PersistentVolume>()).Where(v => v.Spec.StorageClassName == storageClass)];
}
