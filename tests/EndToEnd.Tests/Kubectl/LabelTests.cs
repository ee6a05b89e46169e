namespace ActorKube.EndToEnd.Tests.Kubectl;

/// <summary>Labels and annotations.</summary>
[Collection(nameof(KubectlHost))]
public sealed class LabelTests(HostProcess host) : KubectlTest(host)
{
    [Fact(Timeout = 120_000)]
    public async Task Label_Object_IsSetChangedListedAndRemoved()
    {
        await OkAsync("create configmap a");

        Assert.Equal("configmap/a labeled", await OkAsync("label configmap a tier=web"));
        Assert.Equal("error: 'tier' already has a value (web), and --overwrite is false", await FailAsync("label configmap a tier=db"));
        Assert.Equal("configmap/a labeled", await OkAsync("label configmap a tier=db --overwrite"));
        Assert.Equal("tier=db", await OkAsync("label configmap a --list"));
        Assert.Equal("configmap/a unlabeled", await OkAsync("label configmap a tier-"));
    }

    [Fact(Timeout = 120_000)]
    public async Task Label_AllOfASelection_AreLabeled()
    {
        await OkAsync("create configmap a");
        await OkAsync("label configmap a one=two");

        Assert.Equal("configmap/a labeled", await OkAsync("label configmaps -l one=two three=four"));
        Assert.Equal("configmap/a labeled\nconfigmap/kube-root-ca.crt labeled", await OkAsync("label configmaps --all five=six"));
    }

    [Fact(Timeout = 120_000)]
    public async Task Label_OldVersion_IsAConflict()
    {
        await OkAsync("create configmap a");

        Assert.Contains("Error from server (Conflict)", await FailAsync("label configmap a b=c --resource-version=1"), StringComparison.Ordinal);
    }

    [Fact(Timeout = 120_000)]
    public async Task Label_BadKey_IsInvalid()
    {
        await OkAsync("create configmap a");

        Assert.StartsWith("The ConfigMap \"a\" is invalid: metadata.labels: Invalid value: \"bad key\": ", await FailAsync("label configmap a \"bad key=1\""), StringComparison.Ordinal);
    }

    [Fact(Timeout = 120_000)]
    public async Task Annotate_Object_IsSetChangedListedAndRemoved()
    {
        await OkAsync("create configmap a");

        Assert.Equal("configmap/a annotated", await OkAsync("annotate configmap a \"note=hello world\""));
        Assert.Contains("'note' already has a value (hello world)", await FailAsync("annotate configmap a note=x"), StringComparison.Ordinal);
        Assert.Equal("configmap/a annotated", await OkAsync("annotate configmap a note=x --overwrite"));
        Assert.Equal("note=x", await OkAsync("annotate configmap a --list"));
        Assert.Equal("configmap/a annotated", await OkAsync("annotate configmap a note-"));
        Assert.Equal("", await OkAsync("get configmap a -o jsonpath={.metadata.annotations}"));
    }
}
