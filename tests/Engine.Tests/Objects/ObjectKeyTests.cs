using ActorKube.Engine.Objects;

namespace ActorKube.Engine.Tests.Objects;

public sealed class ObjectKeyTests
{
    [Theory]
    [InlineData("pods", "default", "web-1", "pods/default/web-1")]
    [InlineData("nodes", "", "n1", "nodes//n1")]
    [InlineData("clusterroles.rbac.authorization.k8s.io", "", "system:node", "clusterroles.rbac.authorization.k8s.io//system:node")]
    public void Text_RoundTrips(string resource, string @namespace, string name, string text)
    {
        var key = new ObjectKey(resource, @namespace, name);

        Assert.Equal(text, key.ToString());
        Assert.Equal(key, ObjectKey.Parse(text));
    }

    [Theory]
    [InlineData("pods")]
    [InlineData("pods/default")]
    [InlineData("pods/default/a/b")]
    public void Parse_NotThreeParts_IsRefused(string text) => Assert.Throws<FormatException>(() => ObjectKey.Parse(text));

    [Fact]
    public void Order_IsOrdinalByResourceNamespaceAndName()
    {
        ObjectKey[] ordered =
        [
            new("nodes", "", "b"), new("pods", "", "a"), new("pods", "A", "z"), new("pods", "a", "B"), new("pods", "a", "a"), new("pods", "a-", "a"),
        ];

        Assert.Equal(ordered, ordered.Reverse().Order());
    }
}
