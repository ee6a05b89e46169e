namespace ActorKube.EndToEnd.Tests.Kubectl;

/// <summary>What there is, and what it means.</summary>
[Collection(nameof(KubectlHost))]
public sealed class DiscoveryTests(HostProcess host) : KubectlTest(host)
{
    [Fact(Timeout = 120_000)]
    public async Task ApiResources_All_AreListedWithShortNamesAndScope()
    {
        var rows = Rows(await OkAsync("api-resources"));

        Assert.Equal("NAME SHORTNAMES APIVERSION NAMESPACED KIND", rows[0]);
        Assert.Contains("configmaps cm v1 true ConfigMap", rows);
        Assert.Contains("nodes no v1 false Node", rows);
        Assert.Contains("bindings v1 true Binding", rows);
        Assert.Contains("customresourcedefinitions crd,crds apiextensions.k8s.io/v1 false CustomResourceDefinition", rows);
        Assert.Contains("deployments deploy apps/v1 true Deployment", rows);
        Assert.Contains("horizontalpodautoscalers hpa autoscaling/v2 true HorizontalPodAutoscaler", rows);
        Assert.Contains("selfsubjectaccessreviews authorization.k8s.io/v1 false SelfSubjectAccessReview", rows);
    }

    [Fact(Timeout = 120_000)]
    public async Task ApiResources_Selected_AreOnlyThose()
    {
        Assert.Equal(["nodes", "persistentvolumes"], (await OkAsync("api-resources --namespaced=false --api-group= --verbs=deletecollection -o name")).Split('\n'));
        Assert.Contains("pods po v1 true Pod create,delete,deletecollection,get,list,patch,update,watch all", Rows(await OkAsync("api-resources -o wide")));
    }

    [Fact(Timeout = 120_000)]
    public async Task ApiVersions_All_AreThoseOfKubernetes() => Assert.Equal(
        [
            "admissionregistration.k8s.io/v1", "apiextensions.k8s.io/v1", "apiregistration.k8s.io/v1", "apps/v1", "authentication.k8s.io/v1", "authorization.k8s.io/v1",
            "autoscaling/v1", "autoscaling/v2", "batch/v1", "certificates.k8s.io/v1", "coordination.k8s.io/v1", "discovery.k8s.io/v1", "events.k8s.io/v1",
            "flowcontrol.apiserver.k8s.io/v1", "networking.k8s.io/v1", "node.k8s.io/v1", "policy/v1", "rbac.authorization.k8s.io/v1", "scheduling.k8s.io/v1",
            "storage.k8s.io/v1", "v1",
        ],
        (await OkAsync("api-versions")).Split('\n'));

    [Fact(Timeout = 300_000)]
    public async Task Explain_EveryKind_IsExplainedToItsDepth()
    {
        foreach (var row in Rows(await OkAsync("api-resources --no-headers")))
        {
            var columns = row.Split(' ');
            var (version, kind) = (columns[^3], columns[^1]);

            var text = await OkAsync($"explain {columns[0]} --api-version={version} --recursive");

            Assert.Contains($"KIND:       {kind}\n", text, StringComparison.Ordinal);
            Assert.Contains("\n  metadata\t<ObjectMeta>", text, StringComparison.Ordinal);
            Assert.Contains("\n    annotations\t<map[string]string>\n", text, StringComparison.Ordinal);
        }
    }

    [Theory(Timeout = 120_000)]
    [InlineData("pod", "KIND:       Pod\nVERSION:    v1\n")]
    [InlineData("pods.spec.containers", "FIELD: containers <[]Container>\n")]
    [InlineData("deployment.spec.strategy.rollingUpdate.maxSurge", "FIELD: maxSurge <IntOrString>\n")]
    [InlineData("deployment.spec.strategy", "GROUP:      apps\nKIND:       Deployment\nVERSION:    v1\n")]
    [InlineData("hpa --api-version=autoscaling/v1", "GROUP:      autoscaling\nKIND:       HorizontalPodAutoscaler\nVERSION:    v1\n")]
    [InlineData("job.spec.template.spec.containers.env --recursive", "fieldRef\t<ObjectFieldSelector>\n")]
    [InlineData("service.spec.type", "ENUM:\n")]
    public async Task Explain_Field_IsExplained(string field, string expected) => Assert.Contains(expected, await OkAsync("explain " + field), StringComparison.Ordinal);

    [Theory(Timeout = 120_000)]
    [InlineData("pod.spec.nope", "error: field \"nope\" does not exist")]
    [InlineData("nope", "the server doesn't have a resource type \"nope\"")]
    public async Task Explain_WhatIsNot_Fails(string field, string expected) => Assert.EndsWith(expected, await FailAsync("explain " + field), StringComparison.Ordinal);

    [Fact(Timeout = 120_000)]
    public async Task Version_Server_IsAVersionOfKubernetes() => Assert.Contains("Server Version: v1.32.", await OkAsync("version"), StringComparison.Ordinal);

    [Fact(Timeout = 120_000)]
    public async Task ClusterInfo_Dump_HoldsNodesAndWhatRuns()
    {
        Assert.Contains("Kubernetes control plane", await OkAsync("cluster-info"), StringComparison.Ordinal);
        await OkAsync("apply -f -", Deployment);
        await OkAsync("rollout status deployment/web --timeout=30s");

        var dump = await OkAsync($"cluster-info dump --namespaces {Namespace}");

        Assert.Contains("\"kind\": \"NodeList\"", dump, StringComparison.Ordinal);
        Assert.Contains("\"name\": \"web\"", dump, StringComparison.Ordinal);
        Assert.Contains("==== START logs for container c of pod", dump, StringComparison.Ordinal);
    }

    [Fact(Timeout = 120_000)]
    public async Task ConfigView_Kubeconfig_HidesItsSecrets()
    {
        var view = await OkAsync("config view");

        Assert.Contains("client-key-data: DATA+OMITTED", view, StringComparison.Ordinal);
        Assert.Equal("actorkube", await OkAsync("config current-context"));
    }
}
