namespace ActorKube.EndToEnd.Tests.Kubectl;

/// <summary>Deletion in all its forms, and waiting for it and for other things.</summary>
[Collection(nameof(KubectlHost))]
public sealed class DeleteTests(HostProcess host) : KubectlTest(host)
{
    [Theory(Timeout = 120_000)]
    [InlineData("background")]
    [InlineData("foreground")]
    public async Task Delete_Cascading_TakesTheDependents(string cascade)
    {
        await OkAsync("create -f -", Deployment);
        await OkAsync("rollout status deployment/web --timeout=30s");

        Assert.Equal("deployment.apps \"web\" deleted", await OkAsync($"delete deployment web --cascade={cascade} --timeout=30s"));
        await EventuallyAsync("get replicasets,pods -l app=web", "No resources found");
    }

    [Fact(Timeout = 120_000)]
    public async Task Delete_Orphaning_LeavesTheDependents()
    {
        await OkAsync("create -f -", Deployment);
        await OkAsync("rollout status deployment/web --timeout=30s");

        Assert.Equal("deployment.apps \"web\" deleted", await OkAsync("delete deployment web --cascade=orphan"));
        Assert.Equal("", await OkAsync("get replicasets -l app=web -o jsonpath={.items[*].metadata.ownerReferences}"));
        Assert.Equal(2, (await OkAsync("get pods -l app=web -o name")).Split('\n').Length);
    }

    [Theory(Timeout = 120_000)]
    [InlineData("delete configmap a b", "configmap \"a\" deleted\nconfigmap \"b\" deleted")]
    [InlineData("delete configmap,secret -l x=y", "configmap \"a\" deleted\nconfigmap \"b\" deleted")]
    [InlineData("delete configmap --field-selector metadata.name=a", "configmap \"a\" deleted")]
    [InlineData("delete configmap a --dry-run=server", "configmap \"a\" deleted (server dry run)")]
    [InlineData("delete configmap/a secret/nope --ignore-not-found", "configmap \"a\" deleted")]
    [InlineData("delete configmap --all", "configmap \"a\" deleted\nconfigmap \"b\" deleted\nconfigmap \"kube-root-ca.crt\" deleted")]
    public async Task Delete_Selected_AreDeleted(string arguments, string expected)
    {
        await OkAsync("create configmap a");
        await OkAsync("create configmap b");
        await OkAsync("label configmap a b x=y");

        Assert.Equal(expected, await OkAsync(arguments));
    }

    [Fact(Timeout = 120_000)]
    public async Task Delete_WhatIsNot_Fails() =>
        Assert.Equal("Error from server (NotFound): configmaps \"nope\" not found", await FailAsync("delete configmap nope"));

    [Theory(Timeout = 120_000)]
    [InlineData("--now", "pod \"a\" deleted")]
    [InlineData("--grace-period=1", "pod \"a\" deleted")]
    [InlineData("--force --grace-period=0", "pod \"a\" force deleted")]
    public async Task Delete_Pod_Ends(string how, string expected)
    {
        await OkAsync("run a --image=i");
        await OkAsync("wait pod/a --for=condition=Ready --timeout=30s");

        Assert.Contains(expected, await OkAsync("delete pod a " + how), StringComparison.Ordinal);
        Assert.Contains("NotFound", await FailAsync("get pod a"), StringComparison.Ordinal);
    }

    [Fact(Timeout = 120_000)]
    public async Task Delete_Namespace_EmptiesIt()
    {
        var name = Namespace + "-own";
        await OkAsync("create namespace " + name);
        await Host.KubectlAsync($"-n {name} create -f -", Deployment);

        Assert.Contains($"namespace \"{name}\" deleted", await OkAsync($"delete namespace {name} --timeout=50s"), StringComparison.Ordinal);
        Assert.StartsWith("No resources found", (await Host.KubectlAsync($"-n {name} get pods,deployments")).Output, StringComparison.Ordinal);
    }

    [Fact(Timeout = 120_000)]
    public async Task Wait_Conditions_AreMet()
    {
        await OkAsync("create -f -", Deployment);

        Assert.Equal("deployment.apps/web condition met", await OkAsync("wait deployment/web --for=condition=Available --timeout=30s"));
        Assert.Equal("deployment.apps/web condition met", await OkAsync("wait deployments --all --for=jsonpath={.status.readyReplicas}=2 --timeout=30s"));
        Assert.Equal("deployment.apps/web condition met", await OkAsync("wait deployment/web --for=jsonpath={.status.readyReplicas}"));
        Assert.Equal(2, (await OkAsync("wait pods -l app=web --for=condition=Ready --timeout=30s")).Split('\n').Length);
        Assert.Contains("timed out waiting for the condition on deployments/web", await FailAsync("wait deployment/web --for=condition=Available=false --timeout=1s"), StringComparison.Ordinal);
        Assert.Contains("NotFound", await FailAsync("wait pod/nope --for=condition=Ready --timeout=1s"), StringComparison.Ordinal);
    }

    [Fact(Timeout = 120_000)]
    public async Task Wait_CreateAndDelete_EndWhenItHappens()
    {
        var created = OkAsync("wait --for=create configmap/late --timeout=50s");
        await OkAsync("create configmap late");
        Assert.Equal("configmap/late condition met", await created);

        var deleted = OkAsync("wait --for=delete configmap/late --timeout=50s");
        await OkAsync("delete configmap late --wait=false");
        Assert.Contains(await deleted, new[] { "configmap/late condition met", "" });
    }
}
