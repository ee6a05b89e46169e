using System.Text;
using ActorKube.Api.Core;
using ActorKube.Api.Meta;
using ActorKube.Api.Quantities;
using ActorKube.NodeAgent.Containers;
using ActorKube.NodeAgent.Images;
using ActorKube.NodeAgent.Pods;
using ActorKube.NodeAgent.Probes;
using ActorKube.NodeAgent.Sources;
using ActorKube.NodeAgent.Tests.Agent.Support;
using ActorKube.NodeAgent.Variables;
using ActorKube.NodeAgent.Volumes;

namespace ActorKube.NodeAgent.Tests.Agent;

public sealed class AgentPartsTests
{
    private static readonly DateTimeOffset Now = Records.Now;

    [Theory]
    [InlineData("$(A)/$(B)", "1/$(B)")]
    [InlineData("$$(A) $A $", "$(A) $A $")]
    [InlineData("$(A", "$(A")]
    [InlineData("$$$(A)", "$1")]
    public void Expand_Text_ReplacesKnownNames(string text, string expected) =>
        Assert.Equal(expected, VariableExpansion.Expand(text, new Dictionary<string, string> { ["A"] = "1" }));

    [Theory]
    [InlineData("limits.cpu", "1", "2")]
    [InlineData("limits.cpu", "1m", "1500")]
    [InlineData("requests.memory", "1Mi", "64")]
    [InlineData("limits.memory", "1Gi", "8")]
    public void Value_Resource_IsDividedAndRoundedUp(string resource, string divisor, string expected)
    {
        var container = PodBuilder.Container("app") with
        {
            Resources = new ResourceRequirements
            {
                Limits = new Dictionary<string, Quantity> { ["cpu"] = Quantity.Parse("1500m") },
                Requests = new Dictionary<string, Quantity> { ["memory"] = Quantity.Parse("64Mi") },
            },
        };
        var selector = new ResourceFieldSelector { Resource = resource, Divisor = Quantity.Parse(divisor) };
        var node = new Dictionary<string, Quantity> { ["memory"] = Quantity.Parse("8Gi") };
        Assert.Equal(expected, ResourceFields.Value(PodBuilder.Pod("web", container), container, selector, node));
    }

    [Fact]
    public void Value_Labels_AreSortedAndQuoted()
    {
        var pod = PodBuilder.Pod("web");
        pod = pod with { Metadata = pod.Metadata with { Labels = new Dictionary<string, string> { ["b"] = "x\"y", ["a"] = "1" } } };
        Assert.Equal("a=\"1\"\nb=\"x\\\"y\"", DownwardFields.Value(pod, new PodPlace("n", [], []), "metadata.labels"));
        Assert.Equal("1", DownwardFields.Value(pod, new PodPlace("n", [], []), "metadata.labels['a']"));
    }

    [Fact]
    public void Build_MissingKey_SaysWhich()
    {
        var container = PodBuilder.Container("app") with
        {
            Env = [new EnvVar { Name = "X", ValueFrom = new EnvVarSource { ConfigMapKeyRef = new ConfigMapKeySelector { Name = "c", Key = "k" } } }],
        };
        var error = Assert.Throws<ConfigException>(() => ContainerEnvironment.Build(Inputs(container, new FixedSources())));
        Assert.Equal("configmap \"c\" not found", error.Message);
        error = Assert.Throws<ConfigException>(() => ContainerEnvironment.Build(Inputs(container, new FixedSources { Map = new ConfigMap() })));
        Assert.Equal("couldn't find key k in ConfigMap default/c", error.Message);
    }

    [Fact]
    public void Build_EnvFrom_IsPrefixedAndOverridden()
    {
        var container = PodBuilder.Container("app") with
        {
            EnvFrom = [new EnvFromSource { Prefix = "P_", ConfigMapRef = new ConfigMapEnvSource { Name = "c" } }],
            Env = [new EnvVar { Name = "P_a", Value = "own" }, new EnvVar { Name = "Z", Value = "$(P_a)-$(P_b)" }],
        };
        var map = new ConfigMap { Data = new Dictionary<string, string> { ["a"] = "1", ["b"] = "2" } };
        var variables = ContainerEnvironment.Build(Inputs(container, new FixedSources { Map = map }));
        Assert.Equal(["P_a=own", "P_b=2", "Z=own-2"], variables.Select(v => $"{v.Key}={v.Value}"));
    }

    [Theory]
    [InlineData("busybox", "busybox:latest")]
    [InlineData("localhost:5000/a/b", "localhost:5000/a/b:latest")]
    [InlineData("a/b:1.2", "a/b:1.2")]
    [InlineData("a/B", null)]
    [InlineData("a b", null)]
    [InlineData("", null)]
    public void Normalize_Image_AddsTheTagOrRefuses(string image, string? expected) => Assert.Equal(expected, ImageReference.Normalize(image));

    [Fact]
    public void BackOff_Repeated_DoublesUpToFiveMinutesAndIsForgotten()
    {
        BackOff? backOff = null;
        var delays = new List<double>();
        for (var i = 0; i < 7; i++)
        {
            backOff = BackOff.Advance(backOff, Now, Now);
            delays.Add(backOff.Delay.TotalSeconds);
        }

        Assert.Equal([10, 20, 40, 80, 160, 300, 300], delays);
        Assert.Equal(Now.AddMinutes(10), BackOff.NextTry(backOff, Now.AddMinutes(5)));
        Assert.Equal(Now.AddMinutes(11), BackOff.NextTry(backOff, Now.AddMinutes(11)));
    }

    [Fact]
    public void Observe_Outcomes_CountTowardsThresholds()
    {
        var counter = new ProbeCounter(successThreshold: 2, failureThreshold: 3, initial: false);
        Assert.Equal([false, true, false, false, true], new[] { true, true, false, false, false }.Select(counter.Observe));
        Assert.False(counter.Result);
    }

    [Fact]
    public void Write_Update_SwapsAllFilesAtOnceAndTouchesNothingWhenSame()
    {
        using var folder = new Folder();
        Assert.True(AtomicDirectory.Write(folder.Path, Files(("a", "1"), ("d/b", "2")), Now));
        Assert.Equal("1", File.ReadAllText(Path.Combine(folder.Path, "a")));
        Assert.Equal("2", File.ReadAllText(Path.Combine(folder.Path, "d/b")));
        Assert.False(AtomicDirectory.Write(folder.Path, Files(("a", "1"), ("d/b", "2")), Now.AddSeconds(1)));
        Assert.True(AtomicDirectory.Write(folder.Path, Files(("a", "3")), Now.AddSeconds(2)));
        Assert.Equal("3", File.ReadAllText(Path.Combine(folder.Path, "a")));
        Assert.Equal(["..2030_01_01_12_00_02.0000000", "..data", "a"], Directory.EnumerateFileSystemEntries(folder.Path).Select(p => Path.GetFileName(p)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Resolve_LinkOutOfTheVolume_IsRefused()
    {
        using var folder = new Folder();
        File.CreateSymbolicLink(Path.Combine(folder.Path, "escape"), "/etc");
        Assert.Throws<ConfigException>(() => SubPaths.Resolve(folder.Path, "escape/passwd", "v", create: false));
        Assert.Throws<ConfigException>(() => SubPaths.Resolve(folder.Path, "../x", "v", create: true));
        Assert.Equal(Path.Combine(folder.Path, "x/y"), SubPaths.Resolve(folder.Path, "x/y", "v", create: true));
    }

    [Theory]
    [InlineData(null, "100m", 102, null)]
    [InlineData("500m", null, 512, 50_000)]
    [InlineData(null, null, 2, null)]
    public void Of_Cpu_IsSharesAndQuota(string? limit, string? request, int shares, int? quota)
    {
        var container = PodBuilder.Container("app") with { Resources = new ResourceRequirements { Limits = Cpu(limit), Requests = Cpu(request) } };
        var resources = ResourceConfigs.Of(PodBuilder.Pod("web", container), container, 8L << 30);
        Assert.Equal((shares, (long?)quota), (resources.CpuShares, resources.CpuQuotaMicroseconds));
    }

    [Fact]
    public void CheckNonRoot_ImageOfRoot_IsRefused()
    {
        var container = PodBuilder.Container("app") with { SecurityContext = new SecurityContext { RunAsNonRoot = true } };
        var pod = PodBuilder.Pod("web", container).Uid("u");
        Assert.Equal(
            "container has runAsNonRoot and image will run as root (pod: \"web_default(u)\", container: app)",
            Assert.Throws<ConfigException>(() => SecurityConfigs.CheckNonRoot(pod, container, "")).Message);
        SecurityConfigs.CheckNonRoot(pod, container, "1000:1000");
    }

    [Theory]
    [InlineData("c", "Bound", "u", null, null)]
    [InlineData("other", "Bound", "u", null, "persistentvolumeclaim \"c\" not found")]
    [InlineData("c", "Pending", "u", null, "error processing PVC default/c: PVC is not bound")]
    [InlineData("c", "Bound", "another", null, "error processing PVC default/c: PVC is not bound")]
    [InlineData("c", "Bound", "u", "Block", "raw block volumes are not supported on this node")]
    public void Link_Claim_LeadsToItsVolumeAndNowhereElse(string claim, string phase, string uid, string? mode, string? refusal)
    {
        using var folder = new Folder();
        var path = System.IO.Path.Combine(folder.Path, "pods", "v");
        var inputs = new VolumeInputs
        {
            Pod = PodBuilder.Pod("web"),
            Place = new PodPlace("n", [], []),
            Allocatable = new Dictionary<string, Quantity>(),
            Sources = new FixedSources
            {
                Bound = new PersistentVolumeClaim
                {
                    Metadata = new ObjectMeta { Name = claim, Uid = "u" },
                    Spec = new PersistentVolumeClaimSpec { VolumeName = "pv" },
                    Status = new PersistentVolumeClaimStatus { Phase = phase },
                },
                Behind = new PersistentVolume
                {
                    Metadata = new ObjectMeta { Name = "pv" },
                    Spec = new PersistentVolumeSpec { VolumeMode = mode, ClaimRef = new ObjectReference { Uid = uid }, Local = new LocalVolumeSource { Path = folder.Path } },
                },
            },
        };
        if (refusal is not null)
        {
            Assert.Equal(refusal, Assert.Throws<ConfigException>(() => ClaimVolumes.Link(path, "c", inputs)).Message);
            return;
        }

        ClaimVolumes.Link(path, "c", inputs);
        ClaimVolumes.Link(path, "c", inputs);
        Assert.Equal(folder.Path, new FileInfo(path).LinkTarget);
    }

    private static Dictionary<string, Quantity>? Cpu(string? amount) => amount is null ? null : new Dictionary<string, Quantity> { ["cpu"] = Quantity.Parse(amount) };

    private static Dictionary<string, VolumeFile> Files(params (string Path, string Text)[] files) =>
        files.ToDictionary(f => f.Path, f => new VolumeFile(Encoding.UTF8.GetBytes(f.Text), 0b110_100_100));

    private static EnvironmentInputs Inputs(Container container, IConfigSources sources) => new()
    {
        Pod = PodBuilder.Pod("web", container),
        Container = container,
        Place = new PodPlace("n", [], []),
        Sources = sources,
        Allocatable = new Dictionary<string, Quantity>(),
    };

    private sealed class FixedSources : IConfigSources
    {
        public ConfigMap? Map { get; init; }

        public ConfigMap? ConfigMap(string @namespace, string name) => Map;

        public IEnumerable<Service> Services(string @namespace) => [];

        public PersistentVolumeClaim? Bound { get; init; }

        public PersistentVolume? Behind { get; init; }

        public Secret? Secret(string @namespace, string name) => null;

        public PersistentVolumeClaim? Claim(string @namespace, string name) => Bound?.Metadata.Name == name ? Bound : null;

        public PersistentVolume? Volume(string name) => Behind?.Metadata.Name == name ? Behind : null;
    }

    private sealed class Folder : IDisposable
    {
        public string Path { get; } = Directory.CreateTempSubdirectory("actorkube-agent-").FullName;

        public void Dispose() => Directory.Delete(Path, recursive: true);
    }
}
