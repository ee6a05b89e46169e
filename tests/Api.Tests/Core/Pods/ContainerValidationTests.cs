using static ActorKube.Api.Tests.Core.Pods.PodCases;

namespace ActorKube.Api.Tests.Core.Pods;

public sealed class ContainerValidationTests
{
    [Theory]
    [InlineData("\"ports\":[{\"name\":\"a\",\"containerPort\":1},{\"name\":\"b\",\"containerPort\":1,\"protocol\":\"UDP\"}]")]
    [InlineData("\"env\":[{\"name\":\"A\",\"value\":\"b\"},{\"name\":\"any thing\",\"valueFrom\":{\"fieldRef\":{\"fieldPath\":\"metadata.labels['a']\"}}}]")]
    [InlineData("\"env\":[{\"name\":\"A\",\"valueFrom\":{\"resourceFieldRef\":{\"resource\":\"limits.hugepages-2Mi\",\"divisor\":\"1Mi\"}}}]")]
    [InlineData("\"resources\":{\"limits\":{\"cpu\":\"1\",\"hugepages-2Mi\":\"4Mi\",\"example.com/gpu\":\"1\"}}")]
    [InlineData("\"livenessProbe\":{\"exec\":{\"command\":[\"a\"]}},\"startupProbe\":{\"tcpSocket\":{\"port\":\"http\"}}")]
    [InlineData("\"lifecycle\":{\"preStop\":{\"sleep\":{\"seconds\":30}}}")]
    [InlineData("\"securityContext\":{\"privileged\":true,\"runAsUser\":0,\"capabilities\":{\"add\":[\"CAP_SYS_ADMIN\"]}}")]
    public void Container_Valid_Passes(string fields) => Assert.Empty(CreateErrors(Container(fields)));

    [Theory]
    [InlineData("\"name\":\"\"", "name: Required value")]
    [InlineData("\"image\":\"\"", "image: Required value")]
    [InlineData("\"image\":\" i\"", "image: Invalid value: \" i\": must not have leading or trailing whitespace")]
    [InlineData("\"imagePullPolicy\":\"x\"", "imagePullPolicy: Unsupported value: \"x\": supported values: \"Always\", \"IfNotPresent\", \"Never\"")]
    [InlineData("\"terminationMessagePolicy\":\"x\"", "terminationMessagePolicy: Unsupported value: \"x\": supported values: \"File\", \"FallbackToLogsOnError\"")]
    [InlineData("\"restartPolicy\":\"Always\"", "restartPolicy: Forbidden: may not be set for non-init containers")]
    [InlineData("\"ports\":[{\"containerPort\":0}]", "ports[0].containerPort: Required value")]
    [InlineData("\"ports\":[{\"containerPort\":1,\"hostPort\":65536}]", "ports[0].hostPort: Invalid value: 65536: must be between 1 and 65535, inclusive")]
    [InlineData("\"ports\":[{\"containerPort\":1,\"protocol\":\"tcp\"}]", "ports[0].protocol: Unsupported value: \"tcp\": supported values: \"SCTP\", \"TCP\", \"UDP\"")]
    [InlineData("\"ports\":[{\"containerPort\":1,\"name\":\"a\"},{\"containerPort\":2,\"name\":\"a\"}]", "ports[1].name: Duplicate value: \"a\"")]
    [InlineData("\"ports\":[{\"containerPort\":1,\"hostPort\":5},{\"containerPort\":2,\"hostPort\":5}]", "ports[1].hostPort: Duplicate value: \"TCP//5\"")]
    [InlineData("\"env\":[{\"name\":\"\"}]", "env[0].name: Required value")]
    [InlineData("\"env\":[{\"name\":\"A\",\"valueFrom\":{}}]", "env[0].valueFrom: Invalid value: \"\": must specify one of: `fieldRef`, `resourceFieldRef`, `configMapKeyRef` or `secretKeyRef`")]
    [InlineData("\"env\":[{\"name\":\"A\",\"valueFrom\":{\"fieldRef\":{\"fieldPath\":\"metadata.name\"},\"secretKeyRef\":{\"name\":\"s\",\"key\":\"k\"}}}]", "env[0].valueFrom: Invalid value: \"\": may not have more than one field specified at a time")]
    [InlineData("\"env\":[{\"name\":\"A\",\"valueFrom\":{\"fieldRef\":{\"fieldPath\":\"spec.restartPolicy\"}}}]", "env[0].valueFrom.fieldRef.fieldPath: Unsupported value: \"spec.restartPolicy\": supported values: \"metadata.name\", \"metadata.namespace\", \"metadata.uid\", \"spec.nodeName\", \"spec.serviceAccountName\", \"status.hostIP\", \"status.hostIPs\", \"status.podIP\", \"status.podIPs\"")]
    [InlineData("\"env\":[{\"name\":\"A\",\"valueFrom\":{\"fieldRef\":{\"fieldPath\":\"metadata.name['a']\"}}}]", "env[0].valueFrom.fieldRef.fieldPath: Invalid value: \"metadata.name['a']\": error converting fieldPath: field label does not support subscript: metadata.name['a']")]
    [InlineData("\"env\":[{\"name\":\"A\",\"valueFrom\":{\"fieldRef\":{\"apiVersion\":\"v2\",\"fieldPath\":\"metadata.name\"}}}]", "env[0].valueFrom.fieldRef.fieldPath: Invalid value: \"metadata.name\": error converting fieldPath: unsupported pod version: v2")]
    [InlineData("\"env\":[{\"name\":\"A\",\"valueFrom\":{\"resourceFieldRef\":{\"resource\":\"limits.cpu\",\"divisor\":\"2\"}}}]", "env[0].valueFrom.resourceFieldRef.divisor: Invalid value: \"limits.cpu\": only divisor's values 1m and 1 are supported with the cpu resource")]
    [InlineData("\"env\":[{\"name\":\"A\",\"valueFrom\":{\"resourceFieldRef\":{\"resource\":\"limits.x\"}}}]", "env[0].valueFrom.resourceFieldRef.resource: Unsupported value: \"limits.x\": supported values: \"limits.cpu\", \"limits.ephemeral-storage\", \"limits.memory\", \"requests.cpu\", \"requests.ephemeral-storage\", \"requests.memory\"")]
    [InlineData("\"env\":[{\"name\":\"A\",\"valueFrom\":{\"configMapKeyRef\":{\"name\":\"m\",\"key\":\"\"}}}]", "env[0].valueFrom.configMapKeyRef.key: Required value")]
    [InlineData("\"envFrom\":[{}]", "envFrom: Invalid value: \"\": must specify one of: `configMapRef` or `secretRef`")]
    [InlineData("\"envFrom\":[{\"secretRef\":{}}]", "envFrom[0].secretRef.name: Required value")]
    [InlineData("\"resources\":{\"limits\":{\"cpu\":\"1\"},\"requests\":{\"cpu\":\"2\"}}", "resources.requests: Invalid value: \"2\": must be less than or equal to cpu limit of 1")]
    [InlineData("\"resources\":{\"limits\":{\"example.com/a\":\"2\"},\"requests\":{\"example.com/a\":\"1\"}}", "resources.requests: Invalid value: \"1\": must be equal to example.com/a limit of 2")]
    [InlineData("\"resources\":{\"requests\":{\"example.com/a\":\"1\"}}", "resources.limits: Required value: Limit must be set for non overcommitable resources")]
    [InlineData("\"resources\":{\"limits\":{\"requests.example.com/a\":\"1\"}}", "resources.limits[requests.example.com/a]: Invalid value: requests.example.com/a: doesn't follow extended resource name standard", "resources.requests[requests.example.com/a]: Invalid value: requests.example.com/a: doesn't follow extended resource name standard")]
    [InlineData("\"resources\":{\"requests\":{\"pods\":\"1\"}}", "resources.requests[pods]: Invalid value: pods: must be a standard resource for containers")]
    [InlineData("\"resources\":{\"limits\":{\"cpu\":\"1\",\"hugepages-2Mi\":\"3Mi\"}}", "resources.limits[hugepages-2Mi]: Invalid value: \"3Mi\": 3Mi is not positive integer multiple of hugepages-2Mi", "resources.requests[hugepages-2Mi]: Invalid value: \"3Mi\": 3Mi is not positive integer multiple of hugepages-2Mi")]
    [InlineData("\"livenessProbe\":{}", "livenessProbe: Required value: must specify a handler type")]
    [InlineData("\"livenessProbe\":{\"exec\":{\"command\":[\"a\"]},\"tcpSocket\":{\"port\":1}}", "livenessProbe.tcpSocket: Forbidden: may not specify more than 1 handler type")]
    [InlineData("\"startupProbe\":{\"exec\":{\"command\":[\"a\"]},\"successThreshold\":2}", "startupProbe.successThreshold: Invalid value: 2: must be 1")]
    [InlineData("\"readinessProbe\":{\"exec\":{\"command\":[\"a\"]},\"terminationGracePeriodSeconds\":2}", "readinessProbe.terminationGracePeriodSeconds: Invalid value: 2: must not be set for readinessProbes")]
    [InlineData("\"livenessProbe\":{\"exec\":{\"command\":[\"a\"]},\"terminationGracePeriodSeconds\":0}", "livenessProbe.terminationGracePeriodSeconds: Invalid value: 0: must be greater than 0")]
    [InlineData("\"livenessProbe\":{\"grpc\":{\"port\":0}}", "livenessProbe.grpc.port: Invalid value: 0: must be between 1 and 65535, inclusive")]
    [InlineData("\"lifecycle\":{\"postStart\":{}}", "lifecycle.postStart: Required value: must specify a handler type")]
    [InlineData("\"lifecycle\":{\"preStop\":{\"sleep\":{\"seconds\":31}}}", "lifecycle.preStop.sleep: Invalid value: 31: must be greater than 0 and less than terminationGracePeriodSeconds (30). Enable AllowPodLifecycleSleepActionZeroValue feature gate for zero sleep.")]
    [InlineData("\"securityContext\":{\"runAsGroup\":-1}", "securityContext.runAsGroup: Invalid value: -1: must be between 0 and 2147483647, inclusive")]
    [InlineData("\"securityContext\":{\"seccompProfile\":{\"type\":\"Localhost\"}}", "securityContext.seccompProfile.localhostProfile: Required value: must be set when seccomp type is Localhost")]
    [InlineData("\"securityContext\":{\"seccompProfile\":{\"type\":\"Localhost\",\"localhostProfile\":\"../a\"}}", "securityContext.seccompProfile.localhostProfile: Invalid value: \"../a\": must not contain '..'")]
    [InlineData("\"securityContext\":{\"seccompProfile\":{\"type\":\"x\"}}", "securityContext.seccompProfile.type: Unsupported value: \"x\": supported values: \"Localhost\", \"RuntimeDefault\", \"Unconfined\"")]
    [InlineData("\"securityContext\":{\"appArmorProfile\":{\"type\":\"\"}}", "securityContext.appArmorProfile.type: Required value: type is required when appArmorProfile is set")]
    [InlineData("\"securityContext\":{\"appArmorProfile\":{\"type\":\"Localhost\",\"localhostProfile\":\"\"}}", "securityContext.appArmorProfile.localhostProfile: Required value: must be set when AppArmor type is Localhost")]
    [InlineData("\"securityContext\":{\"windowsOptions\":{\"runAsUserName\":\"a\\\\b\\\\c\"}}", "securityContext.windowsOptions.runAsUserName: Invalid value: \"a\\\\b\\\\c\": runAsUserName cannot contain more than one backslash")]
    [InlineData("\"securityContext\":{\"windowsOptions\":{\"runAsUserName\":\"a@b\"}}", "securityContext.windowsOptions.runAsUserName: Invalid value: \"a@b\": runAsUserName's User cannot contain the following characters: \"/\\:;|=,+*?<>@[]")]
    public void Container_Invalid_HasExactlyTheseErrors(string fields, params string[] expected) =>
        Assert.Equal(expected.Select(e => "spec.containers[0]." + e), CreateErrors(Container(fields)));

    [Theory]
    [InlineData("\"livenessProbe\":{\"exec\":{\"command\":[\"a\"]}}", "livenessProbe: Forbidden: may not be set for init containers without restartPolicy=Always")]
    [InlineData("\"lifecycle\":{\"preStop\":{\"exec\":{\"command\":[\"a\"]}}}", "lifecycle: Forbidden: may not be set for init containers without restartPolicy=Always")]
    [InlineData("\"restartPolicy\":\"Never\"", "restartPolicy: Unsupported value: \"Never\": supported values: \"Always\"")]
    [InlineData("\"restartPolicy\":\"Always\",\"livenessProbe\":{}", "livenessProbe: Required value: must specify a handler type")]
    [InlineData("\"name\":\"c\"", "name: Duplicate value: \"c\"")]
    public void InitContainer_Invalid_HasExactlyThisError(string fields, string expected)
    {
        var name = fields.StartsWith("\"name\"", StringComparison.Ordinal) ? "" : "\"name\":\"i\",";
        Assert.Equal(["spec.initContainers[0]." + expected], CreateErrors($"\"initContainers\":[{{\"image\":\"i:1\",{name}{fields}}}]"));
    }

    [Fact]
    public void Sidecar_WithProbesAndHooks_Passes() => Assert.Empty(CreateErrors(
        "\"initContainers\":[{\"name\":\"s\",\"image\":\"s\",\"restartPolicy\":\"Always\",\"startupProbe\":{\"exec\":{\"command\":[\"a\"]}},\"lifecycle\":{\"preStop\":{\"exec\":{\"command\":[\"a\"]}}}}]"));

    [Theory]
    [InlineData("\"volumeMounts\":[{\"name\":\"x\",\"mountPath\":\"/a\"}]", "volumeMounts[0].name: Not found: \"x\"")]
    [InlineData("\"volumeMounts\":[{\"name\":\"v\",\"mountPath\":\"\"}]", "volumeMounts[0].mountPath: Required value")]
    [InlineData("\"volumeMounts\":[{\"name\":\"v\",\"mountPath\":\"/a\"},{\"name\":\"v\",\"mountPath\":\"/a\"}]", "volumeMounts[1].mountPath: Invalid value: \"/a\": must be unique")]
    [InlineData("\"volumeMounts\":[{\"name\":\"v\",\"mountPath\":\"/a\",\"subPath\":\"a\",\"subPathExpr\":\"b\"}]", "volumeMounts[0].subPathExpr: Invalid value: \"b\": subPathExpr and subPath are mutually exclusive")]
    [InlineData("\"volumeMounts\":[{\"name\":\"v\",\"mountPath\":\"/a\",\"mountPropagation\":\"Bidirectional\"}]", "volumeMounts.mountPropagation: Forbidden: Bidirectional mount propagation is available only to privileged containers")]
    [InlineData("\"volumeMounts\":[{\"name\":\"v\",\"mountPath\":\"/a\",\"recursiveReadOnly\":\"Enabled\"}]", "volumeMounts.recursiveReadOnly: Forbidden: may only be specified when readOnly is true")]
    [InlineData("\"volumeDevices\":[{\"name\":\"v\",\"devicePath\":\"/a\"}]", "volumeDevices[0].name: Invalid value: \"v\": can only use volume source type of PersistentVolumeClaim or Ephemeral for block mode")]
    [InlineData("\"volumeDevices\":[{\"name\":\"p\",\"devicePath\":\"/a/../b\"}]", "volumeDevices[0].devicePath: Invalid value: \"/a/../b\": can not contain backsteps ('..')")]
    [InlineData("\"volumeDevices\":[{\"name\":\"p\",\"devicePath\":\"/a\"}],\"volumeMounts\":[{\"name\":\"v\",\"mountPath\":\"/a\"}]", "volumeMounts[0].mountPath: Invalid value: \"/a\": must not already exist as a path in volumeDevices", "volumeDevices[0].devicePath: Invalid value: \"/a\": must not already exist as a path in volumeMounts")]
    public void Mount_Invalid_HasExactlyTheseErrors(string fields, params string[] expected) => Assert.Equal(
        expected.Select(e => "spec.containers[0]." + e),
        CreateErrors("\"volumes\":[{\"name\":\"v\"},{\"name\":\"p\",\"persistentVolumeClaim\":{\"claimName\":\"p\"}}]," + Container(fields)));
}
