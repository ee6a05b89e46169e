namespace ActorKube.EndToEnd.Tests.Examples;

/// <summary>What of a page is taken for an example, and when it is met.</summary>
public sealed class WorkedExampleTests
{
    private const string Page = """
        # Web
        ```yaml
        # web.yaml
        kind: Pod
        ```
        ```yaml
        kind: Other
        ```
        ```console
        $ kubectl apply -f web.yaml    # at last
        pod/web created
        $ kubectl get pods
        ```
            kubectl not this
        """;

    [Fact]
    public void Read_Page_FindsFilesAndCommands()
    {
        var example = WorkedExample.Read(Page);

        Assert.Equal([new ExampleFile("web.yaml", "# web.yaml\nkind: Pod")], example.Files);
        Assert.Equal(["kubectl apply -f web.yaml    # at last", "kubectl get pods"], example.Commands.Select(static c => c.Text));
        Assert.Equal(["pod/web created"], example.Commands[0].Printed);
        Assert.Empty(example.Commands[1].Printed);
    }

    [Theory]
    [InlineData("```console\npod/web created\n```")]
    [InlineData("```console\n$ kubectl get pods")]
    public void Read_BrokenPage_Throws(string page) => Assert.Throws<FormatException>(() => WorkedExample.Read(page));

    [Theory]
    [InlineData("web   1/1   5s", "web     1/1     5s\n", true)]
    [InlineData("web   1/1   ...", "web     1/1     5s\n", true)]
    [InlineData("web-...   1/1   ...", "web-x-y   1/1   5s\n", true)]
    [InlineData("web   1/1   ...", "web     0/1     5s\n", false)]
    [InlineData("web", "web\nother\n", false)]
    [InlineData("web\n...", "web\nother\nmore\n", true)]
    [InlineData("...\nmore", "web\nother\nmore\n", true)]
    [InlineData("...\nless", "web\nother\nmore\n", false)]
    [InlineData("web   <none>", "web   <none>   \n", true)]
    [InlineData("* * * (a)", "* * * (a)", true)]
    [InlineData("a", "", false)]
    public void IsMet_Output_IsComparedButForWhatVaries(string printed, string output, bool expected) =>
        Assert.Equal(expected, new ExampleCommand("c", printed.Split('\n')).IsMet(0, output));

    [Theory]
    [InlineData(0, true)]
    [InlineData(1, false)]
    public void IsMet_NothingPromised_MustSucceed(int exitCode, bool expected) => Assert.Equal(expected, new ExampleCommand("c", []).IsMet(exitCode, "whatever"));

    [Theory]
    [InlineData("kubectl get pods", true)]
    [InlineData("kubectl rollout history sts/web", true)]
    [InlineData("kubectl rollout undo sts/web", false)]
    [InlineData("kubectl getaway", false)]
    public void OnlyLooks_Command_IsToldByItsVerb(string command, bool expected) => Assert.Equal(expected, new ExampleCommand(command, []).OnlyLooks);
}
