using ActorKube.Api.Apps;
using ActorKube.Api.Core;
using ActorKube.Api.Meta;
using ActorKube.Server.Tests.Support;

namespace ActorKube.Server.Tests.Admission;

public sealed class PodSecurityTests
{
    private static readonly SecurityContext Tight = new()
    {
        AllowPrivilegeEscalation = false,
        RunAsNonRoot = true,
        Capabilities = new Capabilities { Drop = ["ALL"] },
        SeccompProfile = new SeccompProfile { Type = "RuntimeDefault" },
    };

    private static readonly ServiceAccount Account = new() { Metadata = new ObjectMeta { Name = "default", Namespace = "tight" } };

    public static TheoryData<string, PodSpec, string> Violations => new()
    {
        { "baseline", Containers(Named("c", new SecurityContext { Privileged = true }), Named("d", new SecurityContext { Privileged = true })), "privileged (containers \"c\", \"d\" must not set securityContext.privileged=true)" },
        { "baseline", new PodSpec { HostNetwork = true, HostPID = true }, "host namespaces (hostNetwork=true, hostPID=true)" },
        { "baseline", new PodSpec { Volumes = [new Volume { Name = "h", HostPath = new HostPathVolumeSource { Path = "/" } }] }, "hostPath volumes (volume \"h\")" },
        { "baseline", Containers(new Container { Name = "c", Image = "i", Ports = [new ContainerPort { Port = 1, HostPort = 9 }, new ContainerPort { Port = 2, HostPort = 8 }] }), "hostPort (container \"c\" uses hostPorts 8, 9)" },
        { "baseline", Containers(Named("c", new SecurityContext { Capabilities = new Capabilities { Add = ["CHOWN", "SYS_ADMIN", "NET_RAW"] } })), "non-default capabilities (container \"c\" must not include \"NET_RAW\", \"SYS_ADMIN\" in securityContext.capabilities.add)" },
        { "baseline", new PodSpec { SecurityContext = new PodSecurityContext { SeLinuxOptions = new SELinuxOptions { Type = "odd_t", User = "u" } } }, "seLinuxOptions (pod set forbidden securityContext.seLinuxOptions: type \"odd_t\"; user may not be set)" },
        { "baseline", new PodSpec { SecurityContext = new PodSecurityContext { SeccompProfile = new SeccompProfile { Type = "Unconfined" } } }, "seccompProfile (pod must not set securityContext.seccompProfile.type to \"Unconfined\")" },
        { "baseline", new PodSpec { SecurityContext = new PodSecurityContext { AppArmorProfile = new AppArmorProfile { Type = "Unconfined" } } }, "forbidden AppArmor profiles (pod and annotation must not set AppArmor profile type to \"Unconfined\", \"container.apparmor.security.beta.kubernetes.io/c=\"unconfined\"\")" },
        { "baseline", Sysctls("kernel.msgmax", "net.ipv4.tcp_rmem"), "forbidden sysctls (kernel.msgmax)" },
        { "restricted", Restricted(new PodSpec { Volumes = [new Volume { Name = "n", Nfs = new NFSVolumeSource { Server = "s", Path = "/" } }] }), "restricted volume types (volume \"n\" uses restricted volume type \"nfs\")" },
        { "restricted", Containers(Named("c", Tight with { Capabilities = new Capabilities { Add = ["CHOWN"] } })), "unrestricted capabilities (container \"c\" must set securityContext.capabilities.drop=[\"ALL\"]; container \"c\" must not include \"CHOWN\" in securityContext.capabilities.add)" },
        { "restricted", Containers(Named("c", Tight with { RunAsNonRoot = null })), "runAsNonRoot != true (pod or container \"c\" must set securityContext.runAsNonRoot=true)" },
        { "restricted", Containers(Named("c", Tight with { RunAsUser = 0 })), "runAsUser=0 (container \"c\" must not set runAsUser=0)" },
        { "restricted", Containers(Named("c", Tight with { SeccompProfile = null })), "seccompProfile (pod or container \"c\" must set securityContext.seccompProfile.type to \"RuntimeDefault\" or \"Localhost\")" },
    };

    [Theory(Timeout = 30_000)]
    [MemberData(nameof(Violations))]
    public async Task Pod_ThatBreaksARule_IsRefusedInKubernetesWords(string level, PodSpec spec, string why)
    {
        await using var store = await TestStore.OpenAsync(Space(("enforce", level)), Account);

        Assert.Equal($"403 pods \"p\" is forbidden: violates PodSecurity \"{level}:latest\": {why}", await store.RefusalAsync(In(TestStore.Pod(spec: spec))));
    }

    [Theory(Timeout = 30_000)]
    [InlineData("v1.31", "net.ipv4.tcp_rmem", false)]
    [InlineData("v1.32", "net.ipv4.tcp_rmem", true)]
    [InlineData("v1.26", "net.ipv4.ip_local_reserved_ports", false)]
    [InlineData("v1.99", "net.ipv4.tcp_rmem", true)]
    public async Task Version_OfALevel_HasItsOwnRules(string version, string sysctl, bool passes)
    {
        await using var store = await TestStore.OpenAsync(Space(("enforce", "baseline"), ("enforce-version", version)), Account);

        Assert.Equal(passes, await store.RefusalAsync(In(TestStore.Pod(spec: Sysctls(sysctl)))) is null);
    }

    [Fact(Timeout = 30_000)]
    public async Task Pod_ThatKeepsAllRules_PassesTheStrictest()
    {
        await using var store = await TestStore.OpenAsync(Space(("enforce", "restricted")), Account);

        Assert.Empty(await store.WarningsAsync(In(TestStore.Pod(spec: Containers(Named("c", Tight))))));
    }

    [Fact(Timeout = 30_000)]
    public async Task Template_ThatBreaksARule_IsWarnedOf()
    {
        await using var store = await TestStore.OpenAsync(Space(("enforce", "baseline")), Account);
        var deployment = new Deployment
        {
            Metadata = new ObjectMeta { Name = "d", Namespace = "tight" },
            Spec = new DeploymentSpec
            {
                Selector = new LabelSelector { MatchLabels = new Dictionary<string, string> { ["a"] = "b" } },
                Template = new PodTemplateSpec
                {
                    Metadata = new ObjectMeta { Labels = new Dictionary<string, string> { ["a"] = "b" } },
                    Spec = new PodSpec { HostIPC = true, Containers = [new Container { Name = "c", Image = "i" }] },
                },
            },
        };

        Assert.Equal(["would violate PodSecurity \"baseline:latest\": host namespaces (hostIPC=true)"], await store.WarningsAsync(deployment));
    }

    [Theory(Timeout = 30_000)]
    [InlineData("enforce", "odd", "must be one of privileged, baseline, restricted")]
    [InlineData("warn-version", "v1.07", "must be \"latest\" or \"v1.x\"")]
    public async Task Label_ThatMakesNoSense_IsInvalid(string mode, string value, string why)
    {
        await using var store = await TestStore.OpenAsync();
        var field = $"metadata.labels[pod-security.kubernetes.io/{mode}]";

        Assert.Equal($"422 Namespace \"tight\" is invalid: {field}: Invalid value: \"{value}\": {why}", await store.RefusalAsync(Space((mode, value))));
    }

    [Fact(Timeout = 30_000)]
    public async Task Namespace_ThatBecomesStricter_WarnsOfItsPods()
    {
        await using var store = await TestStore.OpenAsync(
            TestStore.Pod("b", new PodSpec { HostPID = true }), TestStore.Pod("a", new PodSpec { HostPID = true }), TestStore.Pod("c", new PodSpec { HostNetwork = true }));
        var space = new Namespace { Metadata = new ObjectMeta { Name = "ns" } };

        var result = await store.UpdateAsync(space, static n => n with { Metadata = n.Metadata with { Labels = Labels(("enforce", "baseline")) } });

        Assert.Equal(["existing pods in namespace \"ns\" violate the new PodSecurity enforce level \"baseline:latest\"", "a (and 2 other pods): host namespaces"], result.Warnings);
    }

    [Fact(Timeout = 30_000)]
    public async Task Pod_ThatWasThereBefore_IsOnlyAskedForNewImages()
    {
        var pod = TestStore.Pod(spec: new PodSpec { HostPID = true });
        await using var store = await TestStore.OpenAsync(pod);
        await store.UpdateAsync(new Namespace { Metadata = new ObjectMeta { Name = "ns" } }, static n => n with { Metadata = n.Metadata with { Labels = Labels(("enforce", "baseline")) } });

        await store.UpdateAsync(pod, static p => p with { Metadata = p.Metadata with { Labels = new Dictionary<string, string> { ["a"] = "b" } } });
        var error = await Assert.ThrowsAsync<Api.Errors.ApiException>(() => store.UpdateAsync(pod, static p => p with { Spec = p.Spec with { Containers = [p.Spec.Containers![0] with { Image = "other" }] } }));

        Assert.Contains("violates PodSecurity", error.Message, StringComparison.Ordinal);
    }

    private static Pod In(Pod pod) => pod with { Metadata = pod.Metadata with { Namespace = "tight" }, Spec = pod.Spec with { ServiceAccountName = null } };

    private static Namespace Space(params (string Mode, string Value)[] labels) => new() { Metadata = new ObjectMeta { Name = "tight", Labels = Labels(labels) } };

    private static Dictionary<string, string> Labels(params (string Mode, string Value)[] labels) => labels.ToDictionary(static l => "pod-security.kubernetes.io/" + l.Mode, static l => l.Value);

    private static PodSpec Containers(params Container[] containers) => new() { Containers = containers };

    private static Container Named(string name, SecurityContext? context = null) => new() { Name = name, Image = "i", SecurityContext = context };

    private static PodSpec Restricted(PodSpec spec) => spec with { Containers = [Named("c", Tight)] };

    private static PodSpec Sysctls(params string[] names) => new() { SecurityContext = new PodSecurityContext { Sysctls = [.. names.Select(static n => new Sysctl { Name = n, Value = "1" })] } };
}
