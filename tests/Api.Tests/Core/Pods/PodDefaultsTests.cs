using ActorKube.Api.Core;
using static ActorKube.Api.Tests.Core.Pods.PodCases;

namespace ActorKube.Api.Tests.Core.Pods;

public sealed class PodDefaultsTests
{
    [Theory]
    [InlineData("nginx", "Always")]
    [InlineData("nginx:latest", "Always")]
    [InlineData("nginx:1", "IfNotPresent")]
    [InlineData("registry.example:5000/a/b", "Always")]
    [InlineData("registry.example:5000/a/b:1", "IfNotPresent")]
    [InlineData("nginx@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef", "IfNotPresent")]
    [InlineData("nginx:latest@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef", "Always")]
    [InlineData("NotAnImage!", "IfNotPresent")]
    [InlineData("", "IfNotPresent")]
    public void PullPolicy_Image_FollowsItsTag(string image, string expected) => Assert.Equal(expected, ContainerDefaults.PullPolicy(image));

    [Theory]
    [InlineData("nginx", "docker.io/library/nginx", "latest", null)]
    [InlineData("index.docker.io/a/b:1", "docker.io/a/b", "1", null)]
    [InlineData("localhost/a", "localhost/a", "latest", null)]
    [InlineData("a/b@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef", "docker.io/a/b", null, "sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef")]
    [InlineData("[::1]:5000/a:b", "[::1]:5000/a", "b", null)]
    public void ImageName_Valid_IsWrittenOut(string text, string repository, string? tag, string? digest)
    {
        Assert.True(ImageName.TryParse(text, out var name));
        Assert.Equal(new ImageName(repository, tag, digest), name);
    }

    [Theory]
    [InlineData("A")]
    [InlineData(" a")]
    [InlineData("a:")]
    [InlineData("a//b")]
    [InlineData("a@sha256:0123")]
    [InlineData("0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef")]
    public void ImageName_Invalid_IsRefused(string text) => Assert.False(ImageName.TryParse(text, out _));

    [Theory]
    [InlineData("spec/dnsPolicy", "\"ClusterFirst\"")]
    [InlineData("spec/restartPolicy", "\"Always\"")]
    [InlineData("spec/securityContext", "{}")]
    [InlineData("spec/terminationGracePeriodSeconds", "30")]
    [InlineData("spec/schedulerName", "\"default-scheduler\"")]
    [InlineData("spec/enableServiceLinks", "true")]
    [InlineData("spec/containers/0/terminationMessagePath", "\"/dev/termination-log\"")]
    [InlineData("spec/containers/0/terminationMessagePolicy", "\"File\"")]
    [InlineData("status", """{"phase":"Pending","qosClass":"BestEffort"}""")]
    public void Pod_Empty_GetsDefault(string path, string expected) => Assert.Equal(expected, Json(Create(), path));

    [Theory]
    [InlineData("", """{"emptyDir":{}}""")]
    [InlineData("\"secret\":{\"secretName\":\"s\"}", """{"secret":{"secretName":"s","defaultMode":420}}""")]
    [InlineData("\"configMap\":{\"name\":\"m\",\"defaultMode\":0}", """{"configMap":{"name":"m","defaultMode":0}}""")]
    [InlineData("\"hostPath\":{\"path\":\"/a\"}", """{"hostPath":{"path":"/a","type":""}}""")]
    [InlineData("\"downwardAPI\":{\"items\":[{\"path\":\"a\",\"fieldRef\":{\"fieldPath\":\"metadata.name\"}}]}", """{"downwardAPI":{"items":[{"path":"a","fieldRef":{"apiVersion":"v1","fieldPath":"metadata.name"}}],"defaultMode":420}}""")]
    [InlineData("\"projected\":{\"sources\":[{\"serviceAccountToken\":{\"path\":\"t\"}}]}", """{"projected":{"sources":[{"serviceAccountToken":{"expirationSeconds":3600,"path":"t"}}],"defaultMode":420}}""")]
    [InlineData("\"iscsi\":{\"targetPortal\":\"t\",\"iqn\":\"iqn.2001-04.com.example:d\",\"lun\":0}", """{"iscsi":{"targetPortal":"t","iqn":"iqn.2001-04.com.example:d","lun":0,"iscsiInterface":"default"}}""")]
    [InlineData("\"rbd\":{\"monitors\":[\"m\"],\"image\":\"i\"}", """{"rbd":{"monitors":["m"],"image":"i","pool":"rbd","user":"admin","keyring":"/etc/ceph/keyring"}}""")]
    [InlineData("\"azureDisk\":{\"diskName\":\"d\",\"diskURI\":\"u\"}", """{"azureDisk":{"diskName":"d","diskURI":"u","cachingMode":"ReadWrite","fsType":"ext4","readOnly":false,"kind":"Shared"}}""")]
    public void Volume_Source_GetsDefaults(string source, string expected)
    {
        var pod = Create($$"""
            "volumes":[{"name":"v"{{(source.Length == 0 ? "" : "," + source)}}}]
            """);
        Assert.Equal(expected.Insert(1, "\"name\":\"v\","), Json(pod, "spec/volumes/0"));
    }

    [Fact]
    public void Probe_Empty_GetsTimesAndRequestGetsPath()
    {
        var pod = Create(Container("\"livenessProbe\":{\"httpGet\":{\"port\":80}},\"readinessProbe\":{\"grpc\":{\"port\":1}}"));
        Assert.Equal(
            """{"httpGet":{"path":"/","port":80,"scheme":"HTTP"},"timeoutSeconds":1,"periodSeconds":10,"successThreshold":1,"failureThreshold":3}""",
            Json(pod, "spec/containers/0/livenessProbe"));
        Assert.Equal("""{"port":1,"service":""}""", Json(pod, "spec/containers/0/readinessProbe/grpc"));
    }

    [Fact]
    public void Resources_LimitWithoutRequest_RequestsAsMuch() => Assert.Equal(
        """{"limits":{"cpu":"2","memory":"1Gi"},"requests":{"cpu":"1","memory":"1Gi"}}""",
        Json(Create(Container("\"resources\":{\"limits\":{\"cpu\":\"2\",\"memory\":\"1Gi\"},\"requests\":{\"cpu\":\"1\"}}")), "spec/containers/0/resources"));

    [Fact]
    public void Resources_FinerThanMilli_AreRoundedUp() =>
        Assert.Equal("\"124m\"", Json(Create(Container("\"resources\":{\"requests\":{\"cpu\":\"0.1231\"}}")), "spec/containers/0/resources/requests/cpu"));

    [Fact]
    public void Ports_HostNetwork_AreTheHosts() =>
        Assert.Equal("""[{"hostPort":80,"containerPort":80,"protocol":"TCP"}]""", Json(Create("\"hostNetwork\":true," + Container("\"ports\":[{\"containerPort\":80}]")), "spec/containers/0/ports"));

    [Theory]
    [InlineData("\"serviceAccount\":\"a\"", "a")]
    [InlineData("\"serviceAccount\":\"a\",\"serviceAccountName\":\"b\"", "b")]
    public void ServiceAccount_OldName_IsAnAlias(string spec, string expected)
    {
        var pod = Create(spec);
        Assert.Equal((expected, expected), (pod.Spec.ServiceAccountName, pod.Spec.ServiceAccount));
    }

    [Fact]
    public void GracePeriod_Negative_IsOneInAPodAndStaysInATemplate()
    {
        var pod = Pod("\"terminationGracePeriodSeconds\":-5");
        Assert.Equal(1, PodDefaults.Apply(pod).Spec.TerminationGracePeriodSeconds);
        Assert.Equal(-5, PodTemplateDefaults.Apply(new PodTemplateSpec { Spec = pod.Spec }).Spec.TerminationGracePeriodSeconds);
    }

    [Fact]
    public void Template_PodOnlyDefaults_StayOpen()
    {
        var pod = Pod("\"hostNetwork\":true," + Container("\"ports\":[{\"containerPort\":80}],\"resources\":{\"limits\":{\"cpu\":\"1\"}}"));
        var spec = PodTemplateDefaults.Apply(new PodTemplateSpec { Spec = pod.Spec }).Spec;
        Assert.Null(spec.EnableServiceLinks);
        Assert.Equal(0, spec.Containers![0].Ports![0].HostPort);
        Assert.Null(spec.Containers[0].Resources.Requests);
    }

    [Fact]
    public void Defaults_Twice_ChangeNothingMore()
    {
        var once = PodDefaults.Apply(Pod("\"volumes\":[{\"name\":\"v\"}],\"initContainers\":[{\"name\":\"i\",\"image\":\"i\"}],\"ephemeralContainers\":[{\"name\":\"e\",\"image\":\"e\"}]"));
        Assert.Equal(Json(once, "spec"), Json(PodDefaults.Apply(once), "spec"));
    }

    [Fact]
    public void Annotations_OfOldInitContainers_AreDropped() =>
        Assert.Equal("""{"a":"b"}""", Json(Create("", "\"annotations\":{\"a\":\"b\",\"pod.beta.kubernetes.io/init-containers\":\"[]\"}"), "metadata/annotations"));

    [Theory]
    [InlineData("\"podIP\":\"1.1.1.1\"", "1.1.1.1", "1.1.1.1")]
    [InlineData("\"podIPs\":[{\"ip\":\"1.1.1.1\"},{\"ip\":\"::1\"}]", "1.1.1.1", "1.1.1.1,::1")]
    [InlineData("\"podIP\":\"2.2.2.2\",\"podIPs\":[{\"ip\":\"1.1.1.1\"}]", "2.2.2.2", "2.2.2.2")]
    public void Status_Addresses_AreKeptInStep(string status, string first, string all)
    {
        var result = PodDefaults.Apply(Pod(status: status)).Status;
        Assert.Equal((first, all), (result.PodIP, string.Join(',', result.PodIPs!.Select(a => a.Ip))));
    }
}
