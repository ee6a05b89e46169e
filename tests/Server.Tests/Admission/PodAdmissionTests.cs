using ActorKube.Api.Core;
using ActorKube.Api.Meta;
using ActorKube.Api.Quantities;
using ActorKube.Api.RuntimeClasses;
using ActorKube.Api.Scheduling;
using ActorKube.Server.Tests.Support;
using RuntimeScheduling = ActorKube.Api.RuntimeClasses.Scheduling;

namespace ActorKube.Server.Tests.Admission;

public sealed class PodAdmissionTests
{
    private static readonly RuntimeClass Sandboxed = new()
    {
        Metadata = new ObjectMeta { Name = "sandboxed" },
        Handler = "h",
        Overhead = new Overhead { PodFixed = new Dictionary<string, Quantity> { ["cpu"] = Quantity.Parse("250m") } },
        Scheduling = new RuntimeScheduling
        {
            NodeSelector = new Dictionary<string, string> { ["r"] = "1" },
            Tolerations = [new Toleration { Key = "rt", Operator = "Exists" }, new Toleration { Key = "node.kubernetes.io/not-ready", Operator = "Exists", Effect = "NoExecute", TolerationSeconds = 9 }],
        },
    };

    [Fact(Timeout = 30_000)]
    public async Task Pod_WithARuntimeClass_GetsItsOverheadAndPlaces()
    {
        await using var store = await TestStore.OpenAsync(Sandboxed);

        var spec = (await store.CreateAsync(TestStore.Pod(spec: new PodSpec { RuntimeClassName = "sandboxed", NodeSelector = new Dictionary<string, string> { ["x"] = "y" } }))).Spec;

        Assert.Equal("250m", spec.Overhead!["cpu"].ToString());
        Assert.Equal(["r=1", "x=y"], spec.NodeSelector!.Select(static s => $"{s.Key}={s.Value}").Order(StringComparer.Ordinal));
        Assert.Equal(["node.kubernetes.io/not-ready", "node.kubernetes.io/unreachable", "rt"], spec.Tolerations!.Select(static t => t.Key));
    }

    public static TheoryData<PodSpec, string> Refusals => new()
    {
        { new PodSpec { RuntimeClassName = "none" }, "pod rejected: RuntimeClass \"none\" not found" },
        { new PodSpec { RuntimeClassName = "sandboxed", NodeSelector = new Dictionary<string, string> { ["r"] = "2" } }, "conflict: runtimeClass.scheduling.nodeSelector[r] = 1; pod.spec.nodeSelector[r] = 2" },
        { new PodSpec { RuntimeClassName = "sandboxed", Overhead = Cpu("1") }, "pod rejected: Pod's Overhead doesn't match RuntimeClass's defined Overhead" },
        { new PodSpec { Overhead = Cpu("1") }, "pod rejected: Pod Overhead set without corresponding RuntimeClass defined Overhead" },
        { new PodSpec { ServiceAccountName = "none" }, "error looking up service account ns/none: serviceaccount \"none\" not found" },
        { new PodSpec { PriorityClassName = "none" }, "no PriorityClass with name none was found" },
        { new PodSpec { Priority = 7 }, "the integer value of priority (7) must not be provided in pod spec; priority admission controller computed 0 from the given PriorityClass name" },
    };

    [Theory(Timeout = 30_000)]
    [MemberData(nameof(Refusals))]
    public async Task Pod_ThatAsksForWhatItMayNotHave_IsForbidden(PodSpec spec, string why)
    {
        await using var store = await TestStore.OpenAsync(Sandboxed);

        Assert.Equal($"403 pods \"p\" is forbidden: {why}", await store.RefusalAsync(TestStore.Pod(spec: spec)));
    }

    [Fact(Timeout = 30_000)]
    public async Task Pod_SameOverheadInOtherWords_Passes()
    {
        await using var store = await TestStore.OpenAsync(Sandboxed);

        Assert.Null(await store.RefusalAsync(TestStore.Pod(spec: new PodSpec { RuntimeClassName = "sandboxed", Overhead = Cpu("0.25") })));
    }

    [Fact(Timeout = 30_000)]
    public async Task PriorityClass_SecondDefault_IsForbidden()
    {
        static PriorityClass Class(string name, bool isDefault) => new() { Metadata = new ObjectMeta { Name = name }, Value = 5, GlobalDefault = isDefault };
        await using var store = await TestStore.OpenAsync(Class("one", true), Class("two", false));

        Assert.Equal("403 priorityclasses.scheduling.k8s.io \"three\" is forbidden: PriorityClass one is already marked as default. Only one default can exist", await store.RefusalAsync(Class("three", true)));
        await Assert.ThrowsAsync<Api.Errors.ApiException>(() => store.UpdateAsync(Class("two", false), static c => c with { GlobalDefault = true }));
        await store.UpdateAsync(Class("one", true), static c => c with { Description = "still the default" });
    }

    public static TheoryData<PodSpec, string> MirrorRefusals => new()
    {
        { new PodSpec { ServiceAccountName = "default" }, "a mirror pod may not reference service accounts" },
        { new PodSpec { Volumes = [new Volume { Name = "s", Secret = new SecretVolumeSource { SecretName = "s" } }] }, "a mirror pod may not reference secrets" },
        {
            new PodSpec { Volumes = [new Volume { Name = "t", Projected = new ProjectedVolumeSource { Sources = [new VolumeProjection { ServiceAccountToken = new ServiceAccountTokenProjection { Path = "t" } }] } }] },
            "a mirror pod may not use ServiceAccountToken volume projections"
        },
    };

    [Theory(Timeout = 30_000)]
    [MemberData(nameof(MirrorRefusals))]
    public async Task MirrorPod_ThatUsesTheApi_IsForbidden(PodSpec spec, string why)
    {
        await using var store = await TestStore.OpenAsync();
        var pod = TestStore.Pod(spec: spec with { NodeName = "n" });

        Assert.Equal(
            $"403 pods \"p\" is forbidden: {why}",
            await store.RefusalAsync(pod with { Metadata = pod.Metadata with { Annotations = new Dictionary<string, string> { ["kubernetes.io/config.mirror"] = "x" } } }));
    }

    [Fact(Timeout = 30_000)]
    public async Task Account_ThatLimitsSecrets_RefusesOthers()
    {
        await using var store = await TestStore.OpenAsync(new ServiceAccount
        {
            Metadata = new ObjectMeta { Name = "tight", Namespace = "ns", Annotations = new Dictionary<string, string> { ["kubernetes.io/enforce-mountable-secrets"] = "true" } },
            Secrets = [new ObjectReference { Name = "listed" }],
        });
        static PodSpec Using(string secret) => new() { ServiceAccountName = "tight", Volumes = [new Volume { Name = "s", Secret = new SecretVolumeSource { SecretName = secret } }] };

        Assert.Null(await store.RefusalAsync(TestStore.Pod("a", Using("listed"))));
        Assert.Equal(
            "403 pods \"b\" is forbidden: volume with secret.secretName=\"other\" is not allowed because service account tight does not reference that secret",
            await store.RefusalAsync(TestStore.Pod("b", Using("other"))));
        Assert.Equal(
            "403 pods \"c\" is forbidden: imagePullSecrets[0].name=\"other\" is not allowed because service account tight does not reference that imagePullSecret",
            await store.RefusalAsync(TestStore.Pod("c", new PodSpec { ServiceAccountName = "tight", ImagePullSecrets = [new LocalObjectReference { Name = "other" }] })));
    }

    [Fact(Timeout = 30_000)]
    public async Task Account_WithoutAutomount_GivesNoToken()
    {
        await using var store = await TestStore.OpenAsync(new ServiceAccount
        {
            Metadata = new ObjectMeta { Name = "quiet", Namespace = "ns" },
            AutomountServiceAccountToken = false,
            ImagePullSecrets = [new LocalObjectReference { Name = "registry" }],
        });

        var quiet = await store.CreateAsync(TestStore.Pod("a", new PodSpec { ServiceAccountName = "quiet" }));
        var loud = await store.CreateAsync(TestStore.Pod("b", new PodSpec { ServiceAccountName = "quiet", AutomountServiceAccountToken = true }));

        Assert.Null(quiet.Spec.Volumes);
        Assert.Equal("registry", Assert.Single(quiet.Spec.ImagePullSecrets!).Name);
        Assert.StartsWith("kube-api-access-", Assert.Single(loud.Spec.Volumes!).Name, StringComparison.Ordinal);
    }

    private static Dictionary<string, Quantity> Cpu(string amount) => new() { ["cpu"] = Quantity.Parse(amount) };
}
