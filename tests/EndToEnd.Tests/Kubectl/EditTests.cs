namespace ActorKube.EndToEnd.Tests.Kubectl;

/// <summary>Imperative changes of whole objects: edit, replace, patch.</summary>
[Collection(nameof(KubectlHost))]
public sealed class EditTests(HostProcess host) : KubectlTest(host)
{
    private const string ConfigMap = """
        apiVersion: v1
        kind: ConfigMap
        metadata: {name: a}
        data: {k: v}
        """;

    [Fact(Timeout = 120_000)]
    public async Task Edit_Change_IsMade()
    {
        await OkAsync("create -f -", ConfigMap);

        Assert.Equal("configmap/a edited", await OkAsync("edit configmap a", editor: "sed -i s/k:.v/k:\\ w/"));
        Assert.Equal("w", await OkAsync("get configmap a -o jsonpath={.data.k}"));
    }

    [Fact(Timeout = 120_000)]
    public async Task Edit_NoChange_IsCancelled()
    {
        await OkAsync("create -f -", ConfigMap);

        Assert.Equal("Edit cancelled, no changes made.", await OkAsync("edit configmap a", editor: "true"));
    }

    [Fact(Timeout = 120_000)]
    public async Task Edit_InvalidChange_IsRefused()
    {
        await OkAsync("create -f -", Deployment);

        var output = await FailAsync("edit deployment web", editor: "sed -i s/replicas:.2/replicas:\\ -2/");

        Assert.Contains("error: deployments.apps \"web\" is invalid", output, StringComparison.Ordinal);
        Assert.Equal("2", await OkAsync("get deployment web -o jsonpath={.spec.replicas}"));
    }

    [Fact(Timeout = 120_000)]
    public async Task Replace_Object_IsReplaced()
    {
        await OkAsync("create -f -", ConfigMap);

        Assert.Equal("configmap/a replaced", await OkAsync("replace -f -", ConfigMap.Replace("k: v", "l: w", StringComparison.Ordinal)));
        Assert.Equal("""{"l":"w"}""", await OkAsync("get configmap a -o jsonpath={.data}"));
    }

    [Fact(Timeout = 120_000)]
    public async Task Replace_WhatIsNotThere_Fails() => Assert.Contains(
        "Error from server (NotFound): error when replacing \"STDIN\": configmaps \"a\" not found", await FailAsync("replace -f -", ConfigMap), StringComparison.Ordinal);

    [Fact(Timeout = 120_000)]
    public async Task Replace_OldVersion_IsAConflict()
    {
        await OkAsync("create -f -", ConfigMap);
        var old = await OkAsync("get configmap a -o json");
        await OkAsync("label configmap a b=c");

        Assert.Contains("Error from server (Conflict)", await FailAsync("replace -f -", old), StringComparison.Ordinal);
    }

    [Fact(Timeout = 120_000)]
    public async Task Replace_Force_MakesANewObject()
    {
        await OkAsync("create -f -", Deployment);
        var uid = await OkAsync("get deployment web -o jsonpath={.metadata.uid}");

        Assert.Equal("deployment.apps \"web\" deleted\ndeployment.apps/web replaced", await OkAsync("replace --force -f -", Deployment));
        Assert.NotEqual(uid, await OkAsync("get deployment web -o jsonpath={.metadata.uid}"));
    }

    [Theory(Timeout = 120_000)]
    [InlineData("strategic", """{"spec":{"template":{"spec":{"containers":[{"name":"c","image":"registry.example/web:2"}]}}}}""", "1")]
    [InlineData("merge", """{"spec":{"template":{"spec":{"containers":[{"name":"d","image":"registry.example/web:2"}]}}}}""", "0")]
    [InlineData("json", """[{"op":"replace","path":"/spec/template/spec/containers/0/image","value":"registry.example/web:2"}]""", "1")]
    public async Task Patch_OfEachType_MergesInItsWay(string type, string patch, string ports)
    {
        await OkAsync("create -f -", Deployment);

        Assert.Equal("deployment.apps/web patched", await OkAsync($"patch deployment web --type={type} -p \"{patch.Replace("\"", "\\\"", StringComparison.Ordinal)}\""));
        Assert.Equal("registry.example/web:2", await OkAsync("get deployment web -o jsonpath={.spec.template.spec.containers[*].image}"));
        Assert.Equal(ports == "1" ? "80" : "", await OkAsync("get deployment web -o jsonpath={.spec.template.spec.containers[*].ports[*].containerPort}"));
    }

    [Fact(Timeout = 120_000)]
    public async Task Patch_SameAgain_SaysNoChange()
    {
        await OkAsync("create -f -", ConfigMap);
        await OkAsync("patch configmap a -p {\\\"data\\\":{\\\"l\\\":\\\"w\\\"}}");

        Assert.Equal("configmap/a patched (no change)", await OkAsync("patch configmap a -p {\\\"data\\\":{\\\"l\\\":\\\"w\\\"}}"));
    }

    [Fact(Timeout = 120_000)]
    public async Task Patch_Subresources_ChangeOnlyThem()
    {
        await OkAsync("create -f -", Deployment.Replace("replicas: 2", "replicas: 0, paused: true".Replace(", ", "\n  ", StringComparison.Ordinal), StringComparison.Ordinal));

        Assert.Equal("scale.autoscaling/web patched", await OkAsync("patch deployment web --subresource=scale --type=merge -p {\\\"spec\\\":{\\\"replicas\\\":1}}"));
        Assert.Equal("1", await OkAsync("get deployment web -o jsonpath={.spec.replicas}"));
        Assert.Equal("1", await OkAsync("get deployment web --subresource=scale -o jsonpath={.spec.replicas}"));
        await OkAsync("patch deployment web --subresource=status --type=merge -p {\\\"spec\\\":{\\\"replicas\\\":5},\\\"status\\\":{\\\"collisionCount\\\":3}}");
        Assert.Equal("1 3", await OkAsync("get deployment web -o \"jsonpath={.spec.replicas} {.status.collisionCount}\""));
    }

    [Theory(Timeout = 120_000)]
    [InlineData("--type=json", "[{'op':'test','path':'/data/k','value':'x'}]", "The request is invalid: the server rejected our request due to an error in our request")]
    [InlineData("--type=merge", "nope", "Error from server (BadRequest): error decoding patch: ")]
    [InlineData("", "{'data':{'k':1}}", "The request is invalid: patch: Invalid value: \"map[data:map[k:1]]\": ")]
    [InlineData("", "{'metadata':{'name':'b'}}", "Error from server (BadRequest): the name of the object (b) does not match the name on the URL (a)")]
    public async Task Patch_ThatDoesNotFit_FailsAsKubernetesSays(string type, string patch, string expected)
    {
        await OkAsync("create -f -", ConfigMap);

        Assert.Contains(expected, await FailAsync($"patch configmap a {type} -p {patch.Replace("'", "\\\"", StringComparison.Ordinal)}"), StringComparison.Ordinal);
    }
}
