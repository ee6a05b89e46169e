using ActorKube.Api.Core;
using ActorKube.Api.Errors;
using static ActorKube.Api.Tests.Core.Pods.PodCases;

namespace ActorKube.Api.Tests.Core.Pods;

public sealed class PodSpecValidationTests
{
    [Theory]
    [InlineData("\"hostname\":\"\",\"subdomain\":\"\",\"nodeName\":\"\",\"serviceAccountName\":\"\",\"priorityClassName\":\"\"")]
    [InlineData("\"hostname\":\"a\",\"subdomain\":\"b\",\"nodeName\":\"n.example\",\"priorityClassName\":\"system-node-critical\",\"runtimeClassName\":\"r\"")]
    [InlineData("\"dnsPolicy\":\"None\",\"dnsConfig\":{\"nameservers\":[\"1.1.1.1\"],\"searches\":[\"a.b.\"],\"options\":[{\"name\":\"ndots\",\"value\":\"2\"}]}")]
    [InlineData("\"tolerations\":[{\"operator\":\"Exists\"},{\"key\":\"a\",\"value\":\"b\",\"effect\":\"NoExecute\",\"tolerationSeconds\":5}]")]
    [InlineData("\"topologySpreadConstraints\":[{\"maxSkew\":1,\"topologyKey\":\"z\",\"whenUnsatisfiable\":\"DoNotSchedule\",\"minDomains\":2,\"labelSelector\":{\"matchLabels\":{\"a\":\"b\"}}}]")]
    [InlineData("\"securityContext\":{\"sysctls\":[{\"name\":\"net/ipv4/ip_forward\",\"value\":\"1\"}],\"fsGroupChangePolicy\":\"Always\"}")]
    [InlineData("\"os\":{\"name\":\"windows\"},\"hostNetwork\":true,\"securityContext\":{\"windowsOptions\":{\"hostProcess\":true,\"runAsUserName\":\"NT AUTHORITY\\\\SYSTEM\"}}")]
    [InlineData("\"overhead\":{\"cpu\":\"100m\"},\"activeDeadlineSeconds\":1,\"preemptionPolicy\":\"Never\",\"readinessGates\":[{\"conditionType\":\"example.com/a\"}]")]
    public void Spec_Valid_Passes(string spec) => Assert.Empty(CreateErrors(spec));

    [Theory]
    [InlineData("\"containers\":[]", "containers: Required value")]
    [InlineData("\"restartPolicy\":\"x\"", "restartPolicy: Unsupported value: \"x\": supported values: \"Always\", \"OnFailure\", \"Never\"")]
    [InlineData("\"dnsPolicy\":\"None\",\"dnsConfig\":{\"searches\":[\"a\"]}", "dnsConfig.nameservers: Required value: must provide at least one DNS nameserver when `dnsPolicy` is None")]
    [InlineData("\"dnsConfig\":{\"searches\":[\"A_\"]}", "dnsConfig.searches[0]: Invalid value: \"A_\": a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character (e.g. 'example.com', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*')")]
    [InlineData("\"dnsConfig\":{\"options\":[{}]}", "dnsConfig.options[0]: Required value: must not be empty")]
    [InlineData("\"dnsConfig\":{\"nameservers\":[\"1.1.1.1\",\"1.1.1.2\",\"1.1.1.3\",\"1.1.1.4\"]}", "dnsConfig.nameservers: Invalid value: []string{\"1.1.1.1\", \"1.1.1.2\", \"1.1.1.3\", \"1.1.1.4\"}: must not have more than 3 nameservers")]
    [InlineData("\"activeDeadlineSeconds\":2147483648", "activeDeadlineSeconds: Invalid value: 2147483648: must be between 1 and 2147483647, inclusive")]
    [InlineData("\"preemptionPolicy\":\"x\"", "preemptionPolicy: Unsupported value: \"x\": supported values: \"PreemptLowerPriority\", \"Never\"")]
    [InlineData("\"overhead\":{\"cpu\":\"-1\"}", "overhead.limits[cpu]: Invalid value: \"-1\": must be greater than or equal to 0")]
    [InlineData("\"hostAliases\":[{\"ip\":\"1.1.1.1\",\"hostnames\":[\"\"]}]", "hostAliases[0].hostnames[0]: Invalid value: \"\": a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character (e.g. 'example.com', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*')")]
    [InlineData("\"schedulingGates\":[{\"name\":\"a\"},{\"name\":\"a\"}]", "schedulingGates[1]: Duplicate value: \"a\"")]
    [InlineData("\"ephemeralContainers\":[{\"name\":\"e\",\"image\":\"e\"}]", "ephemeralContainers: Forbidden: cannot be set on create")]
    [InlineData("\"hostPID\":true,\"shareProcessNamespace\":true", "securityContext.shareProcessNamespace: Invalid value: true: ShareProcessNamespace and HostPID cannot both be enabled")]
    [InlineData("\"hostNetwork\":true,\"securityContext\":{\"sysctls\":[{\"name\":\"net.a\",\"value\":\"1\"}]}", "securityContext.sysctls[0].name: Invalid value: \"net.a\": may not be specified when 'hostNetwork' is true")]
    [InlineData("\"hostIPC\":true,\"securityContext\":{\"sysctls\":[{\"name\":\"kernel.shmmax\",\"value\":\"1\"}]}", "securityContext.sysctls[0].name: Invalid value: \"kernel.shmmax\": may not be specified when 'hostIPC' is true")]
    [InlineData("\"securityContext\":{\"supplementalGroups\":[1,-1]}", "securityContext.supplementalGroups[1]: Invalid value: -1: must be between 0 and 2147483647, inclusive")]
    [InlineData("\"securityContext\":{\"fsGroupChangePolicy\":\"x\"}", "securityContext.fsGroupChangePolicy: Unsupported value: \"x\": supported values: \"Always\", \"OnRootMismatch\"")]
    [InlineData("\"hostNetwork\":true,\"containers\":[{\"name\":\"c\",\"image\":\"i\",\"ports\":[{\"containerPort\":1,\"hostPort\":2}]}]", "containers[0].ports[0].hostPort: Invalid value: 2: must match `containerPort` when `hostNetwork` is true")]
    [InlineData("\"os\":{\"name\":\"\"}", "os.name: Required value: cannot be empty")]
    [InlineData("\"os\":{\"name\":\"windows\"},\"hostPID\":true", "hostPID: Forbidden: cannot be set for a windows pod")]
    [InlineData("\"os\":{\"name\":\"windows\"},\"securityContext\":{\"runAsUser\":1}", "securityContext.runAsUser: Forbidden: cannot be set for a windows pod")]
    [InlineData("\"os\":{\"name\":\"linux\"},\"securityContext\":{\"windowsOptions\":{}}", "securityContext.windowsOptions: Forbidden: windows options cannot be set for a linux pod")]
    [InlineData("\"securityContext\":{\"windowsOptions\":{\"hostProcess\":true}}", "hostNetwork: Invalid value: false: hostNetwork must be true if pod contains any hostProcess containers")]
    [InlineData("\"topologySpreadConstraints\":[{\"maxSkew\":1,\"topologyKey\":\"z\",\"whenUnsatisfiable\":\"ScheduleAnyway\",\"minDomains\":2}]", "topologySpreadConstraints[0].minDomains: Invalid value: 2: can only use minDomains if whenUnsatisfiable=DoNotSchedule, not ScheduleAnyway")]
    [InlineData("\"topologySpreadConstraints\":[{\"maxSkew\":1,\"topologyKey\":\"z\",\"whenUnsatisfiable\":\"DoNotSchedule\"},{\"maxSkew\":2,\"topologyKey\":\"z\",\"whenUnsatisfiable\":\"DoNotSchedule\"}]", "topologySpreadConstraints[0].{topologyKey, whenUnsatisfiable}: Duplicate value: \"{z, DoNotSchedule}\"")]
    [InlineData("\"topologySpreadConstraints\":[{\"maxSkew\":1,\"topologyKey\":\"z\",\"whenUnsatisfiable\":\"DoNotSchedule\",\"nodeTaintsPolicy\":\"x\"}]", "topologySpreadConstraints[0].nodeTaintsPolicy: Unsupported value: \"x\": supported values: \"Honor\", \"Ignore\"")]
    [InlineData("\"topologySpreadConstraints\":[{\"maxSkew\":1,\"topologyKey\":\"z\",\"whenUnsatisfiable\":\"DoNotSchedule\",\"matchLabelKeys\":[\"a\"],\"labelSelector\":{\"matchLabels\":{\"a\":\"b\"}}}]", "topologySpreadConstraints[0].matchLabelKeys[0]: Invalid value: \"a\": exists in both matchLabelKeys and labelSelector")]
    [InlineData("\"affinity\":{\"nodeAffinity\":{\"requiredDuringSchedulingIgnoredDuringExecution\":{\"nodeSelectorTerms\":[]}}}", "affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution.nodeSelectorTerms: Required value: must have at least one node selector term")]
    [InlineData("\"affinity\":{\"nodeAffinity\":{\"preferredDuringSchedulingIgnoredDuringExecution\":[{\"weight\":0,\"preference\":{}}]}}", "affinity.nodeAffinity.preferredDuringSchedulingIgnoredDuringExecution[0].weight: Invalid value: 0: must be in the range 1-100")]
    [InlineData("\"affinity\":{\"podAntiAffinity\":{\"requiredDuringSchedulingIgnoredDuringExecution\":[{\"topologyKey\":\"z\",\"mismatchLabelKeys\":[\"a\"]}]}}", "affinity.podAntiAffinity.requiredDuringSchedulingIgnoredDuringExecution[0].mismatchLabelKeys: Forbidden: must not be specified when labelSelector is not set")]
    [InlineData("\"affinity\":{\"podAffinity\":{\"requiredDuringSchedulingIgnoredDuringExecution\":[{\"topologyKey\":\"z\",\"labelSelector\":{},\"matchLabelKeys\":[\"a\"],\"mismatchLabelKeys\":[\"a\"]}]}}", "affinity.podAffinity.requiredDuringSchedulingIgnoredDuringExecution[0].matchLabelKeys[0]: Invalid value: \"a\": exists in both matchLabelKeys and mismatchLabelKeys")]
    public void Spec_Invalid_HasExactlyThisError(string spec, string expected) => Assert.Equal(["spec." + expected], CreateErrors(spec));

    [Theory]
    [InlineData("kubernetes.io/config.mirror", "x", "metadata.annotations[kubernetes.io/config.mirror]: Invalid value: \"x\": must set spec.nodeName if mirror pod annotation is set")]
    [InlineData("controller.kubernetes.io/pod-deletion-cost", "1.5", "metadata.annotations[controller.kubernetes.io/pod-deletion-cost]: Invalid value: \"1.5\": must be a 32bit integer")]
    [InlineData("controller.kubernetes.io/pod-deletion-cost", "-7", null)]
    [InlineData("seccomp.security.alpha.kubernetes.io/pod", "x", "metadata.annotations.seccomp.security.alpha.kubernetes.io/pod: Invalid value: \"x\": must be a valid seccomp profile")]
    [InlineData("container.apparmor.security.beta.kubernetes.io/z", "unconfined", "metadata.annotations[container.apparmor.security.beta.kubernetes.io/z]: Invalid value: \"z\": container not found")]
    [InlineData("container.apparmor.security.beta.kubernetes.io/c", "x", "metadata.annotations[container.apparmor.security.beta.kubernetes.io/c]: Invalid value: \"x\": invalid AppArmor profile name: \"x\"")]
    public void Annotation_OfPods_IsChecked(string key, string value, string? expected) =>
        Assert.Equal(expected is null ? Array.Empty<string>() : [expected], CreateErrors("", $"\"annotations\":{{\"{key}\":\"{value}\"}}"));

    [Fact]
    public void Seccomp_FieldAndAnnotationDiffer_IsForbidden() => Assert.Equal(
        ["spec.securityContext.seccompProfile.type: Forbidden: seccomp type in annotation and field must match"],
        CreateErrors("\"securityContext\":{\"seccompProfile\":{\"type\":\"Unconfined\"}}", "\"annotations\":{\"seccomp.security.alpha.kubernetes.io/pod\":\"runtime/default\"}"));

    [Fact]
    public void Template_HostNetworkAndPaddedImage_AreLetThrough() => Assert.Empty(TemplateErrors(
        "\"hostNetwork\":true,\"containers\":[{\"name\":\"c\",\"image\":\" i\",\"ports\":[{\"containerPort\":1}]}]"));

    [Fact]
    public void Template_EphemeralContainers_AreForbidden() => Assert.Equal(
        ["spec.template.spec.ephemeralContainers: Forbidden: ephemeral containers not allowed in pod template"],
        TemplateErrors("\"ephemeralContainers\":[{\"name\":\"e\",\"image\":\"e\"}]"));

    [Fact]
    public void Template_InvalidSelectorThatWasThere_MayStay()
    {
        var template = Template("\"topologySpreadConstraints\":[{\"maxSkew\":1,\"topologyKey\":\"z\",\"whenUnsatisfiable\":\"DoNotSchedule\",\"labelSelector\":{\"matchLabels\":{\"a b\":\"c\"}}}]");
        var errors = new FieldErrors();
        PodTemplateValidation.Validate(template, FieldPath.Of("t"), errors, template);
        Assert.False(errors.Any);
        PodTemplateValidation.Validate(template, FieldPath.Of("t"), errors);
        Assert.Single(errors.All);
    }

    private static PodTemplateSpec Template(string spec) => PodTemplateDefaults.Apply(new PodTemplateSpec { Spec = Pod(spec).Spec });

    private static string[] TemplateErrors(string spec)
    {
        var errors = new FieldErrors();
        PodTemplateValidation.Validate(Template(spec), FieldPath.Of("spec").Child("template"), errors);
        return Texts(errors);
    }
}
