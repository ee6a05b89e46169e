using System.Diagnostics;

namespace ActorKube.EndToEnd.Tests.Kubectl;

/// <summary>What is shown, of what, in which form.</summary>
[Collection(nameof(KubectlHost))]
public sealed class GetTests(HostProcess host) : KubectlTest(host)
{
    private const string Maps = """
        apiVersion: v1
        kind: ConfigMap
        metadata: {name: b, labels: {tier: web}}
        data: {x: "2"}
        ---
        apiVersion: v1
        kind: ConfigMap
        metadata: {name: a, labels: {tier: db}}
        data: {x: "1", z: "3"}
        """;

    [Theory(Timeout = 120_000)]
    [InlineData("-o name", "configmap/a\nconfigmap/b\nconfigmap/kube-root-ca.crt")]
    [InlineData("-l tier=web -o name", "configmap/b")]
    [InlineData("-l \"tier in (web,db)\" -o name", "configmap/a\nconfigmap/b")]
    [InlineData("-l !tier -o name", "configmap/kube-root-ca.crt")]
    [InlineData("-l tier!=web,tier -o name", "configmap/a")]
    [InlineData("--field-selector metadata.name=a -o name", "configmap/a")]
    [InlineData("--field-selector metadata.name!=a -l tier -o name", "configmap/b")]
    [InlineData("--chunk-size=1 -o name", "configmap/a\nconfigmap/b\nconfigmap/kube-root-ca.crt")]
    [InlineData("-l tier --sort-by={.data.x} -o name", "configmap/a\nconfigmap/b")]
    [InlineData("a -o jsonpath={.data.z}", "3")]
    [InlineData("a -o jsonpath-as-json={.data.x}", "[\n    \"1\"\n]")]
    [InlineData("-l tier -o \"go-template={{range .items}}{{.metadata.name}}={{.data.x}} {{end}}\"", "a=1 b=2 ")]
    [InlineData("-l tier -o custom-columns=N:.metadata.name,X:.data.x", "N     X\na     1\nb     2")]
    [InlineData("-l nope", "No resources found in NS namespace.")]
    [InlineData("nope --ignore-not-found", "")]
    public async Task Get_ConfigMaps_PrintsWhatIsAsked(string arguments, string expected)
    {
        await OkAsync("create -f -", Maps);

        Assert.Equal(expected.Replace("NS", Namespace, StringComparison.Ordinal), await OkAsync("get configmaps " + arguments));
    }

    [Theory(Timeout = 120_000)]
    [InlineData("configmap nope", "Error from server (NotFound): configmaps \"nope\" not found")]
    [InlineData("nopes", "error: the server doesn't have a resource type \"nopes\"")]
    [InlineData("pods --field-selector=no.such=field", "field label not supported: no.such")]
    [InlineData("pods -l a=b=c", "that match label selector \"a=b=c\"")]
    public async Task Get_WhatIsNot_Fails(string arguments, string expected) => Assert.Contains(expected, await FailAsync("get " + arguments), StringComparison.Ordinal);

    [Fact(Timeout = 120_000)]
    public async Task Get_Tables_HaveTheColumnsPeopleKnow()
    {
        await OkAsync("create -f -", Deployment);
        await OkAsync("rollout status deployment/web --timeout=30s");

        Assert.Matches(@"^web 2/2 2 2 \d+s$", Rows(await OkAsync("get deployments"))[1]);
        Assert.Matches(@"^web 2/2 2 2 \d+s c registry.example/web:1 app=web$", Rows(await OkAsync("get deployments -o wide"))[1]);
        Assert.Matches(@"^web-[a-z0-9]+ 2 2 2 \d+s$", Rows(await OkAsync("get replicasets"))[1]);
        Assert.Matches(@"^web-[a-z0-9]+-[a-z0-9]{5} 1/1 Running 0 \d+s$", Rows(await OkAsync("get pods"))[1]);
        Assert.Matches(@"^web-\S+ 1/1 Running 0 \d+s 10\.244\.\S+ \S+ <none> <none>$", Rows(await OkAsync("get pods -o wide"))[1]);
        Assert.Matches(@"^web-\S+ 1/1 Running 0 \d+s app=web,pod-template-hash=\S+$", Rows(await OkAsync("get pods --show-labels"))[1]);
        Assert.Matches(@"^web-\S+ 1/1 Running 0 \d+s web$", Rows(await OkAsync("get pods -L app"))[1]);
        Assert.Equal("NAME STATUS ROLES AGE VERSION INTERNAL-IP EXTERNAL-IP OS-IMAGE KERNEL-VERSION CONTAINER-RUNTIME", Rows(await OkAsync("get nodes -o wide"))[0]);
        Assert.Contains(Rows(await OkAsync("get all")), static row => row.StartsWith("deployment.apps/web 2/2", StringComparison.Ordinal));
        Assert.Contains(Rows(await OkAsync("get pods -A")), row => row.StartsWith(Namespace + " web-", StringComparison.Ordinal));
    }

    [Fact(Timeout = 120_000)]
    public async Task Get_PodsByField_SelectsOnPhaseAndNode()
    {
        await OkAsync("create -f -", Deployment);
        await OkAsync("rollout status deployment/web --timeout=30s");

        Assert.Equal(2, (await OkAsync("get pods --field-selector=status.phase=Running -o name")).Split('\n').Length);
        Assert.StartsWith("No resources found", await OkAsync("get pods --field-selector=spec.nodeName=none"), StringComparison.Ordinal);
    }

    [Fact(Timeout = 120_000)]
    public async Task Get_ManagedFields_AreShownOnlyWhenAsked()
    {
        await OkAsync("create -f -", Maps);

        Assert.DoesNotContain("managedFields", await OkAsync("get configmap a -o yaml"), StringComparison.Ordinal);
        Assert.Contains("  - apiVersion: v1\n    fieldsType: FieldsV1\n", await OkAsync("get configmap a -o yaml --show-managed-fields"), StringComparison.Ordinal);
        Assert.Contains("\"managedFields\": [", await OkAsync("get configmap a -o json --show-managed-fields"), StringComparison.Ordinal);
    }

    [Fact(Timeout = 120_000)]
    public async Task Watch_Changes_AreShownAsTheyHappen()
    {
        await OkAsync("create -f -", Maps);
        using var watch = Start("get configmap a -w --output-watch-events");
        try
        {
            Assert.Equal("EVENT NAME DATA AGE", await LineAsync(watch));
            Assert.StartsWith("ADDED a 2 ", await LineAsync(watch), StringComparison.Ordinal);
            await OkAsync("patch configmap a -p {\\\"data\\\":{\\\"w\\\":\\\"2\\\"}}");
            Assert.StartsWith("MODIFIED a 3 ", await LineAsync(watch), StringComparison.Ordinal);
            await OkAsync("delete configmap a");
            Assert.StartsWith("DELETED a 3 ", await LineAsync(watch), StringComparison.Ordinal);
        }
        finally
        {
            watch.Kill();
            await watch.WaitForExitAsync(CancellationToken.None);
        }
    }

    [Fact(Timeout = 120_000)]
    public async Task GetRaw_Path_IsAnswered()
    {
        Assert.Contains("\"major\": \"1\"", await OkAsync("get --raw /version"), StringComparison.Ordinal);
        Assert.Equal("ok", await OkAsync("get --raw /readyz"));
    }

    [Fact(Timeout = 120_000)]
    public async Task Events_OfADeployment_AreListed()
    {
        await OkAsync("create -f -", Deployment);
        await OkAsync("rollout status deployment/web --timeout=30s");

        await EventuallyAsync("events --for deployment/web", "Normal ScalingReplicaSet Deployment/web Scaled up replica set web-");
        Assert.Equal($"No events found in {Namespace} namespace.", await OkAsync("events --types=Warning"));
        Assert.Contains(Rows(await OkAsync("get events")), static row => row.Contains("ScalingReplicaSet deployment/web Scaled up replica set", StringComparison.Ordinal));
    }

    private static async Task<string> LineAsync(Process process) => Rows((await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken))!)[0];
}
