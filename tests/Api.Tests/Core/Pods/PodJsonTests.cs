using System.Text;
using ActorKube.Api.Core;

namespace ActorKube.Api.Tests.Core.Pods;

public sealed class PodJsonTests
{
    [Theory]
    [InlineData("""{"spec":{"nodeName":"n-1"}}""", "n-1")]
    [InlineData("""{"metadata":{"labels":{"nodeName":"other"},"annotations":{"spec":"{\"nodeName\":\"other\"}"}},"spec":{"nodeSelector":{"nodeName":"other"},"containers":[{"env":[{"name":"nodeName"}]}],"nodeName":"n"},"status":{}}""", "n")]
    [InlineData("""{"metadata":{"labels":{"nodeName":"other"}},"spec":{"nodeSelector":{"nodeName":"other"}},"status":{"nodeName":"other"}}""", "")]
    [InlineData("""{"metadata":{"name":"p"}}""", "")]
    [InlineData("""{"spec":{"nodeName":null}}""", "")]
    public void NodeName_Pod_IsWhereItIsBound(string pod, string expected) => Assert.Equal(expected, Encoding.UTF8.GetString(PodJson.NodeName(Encoding.UTF8.GetBytes(pod))));

    [Theory]
    [InlineData("""{"spec":{"volumes":[{"name":"a","persistentVolumeClaim":{"claimName":"c"}}]}}""", true)]
    [InlineData("""{"spec":{"volumes":[{"name":"a","ephemeral":{"volumeClaimTemplate":{}}}]}}""", true)]
    [InlineData("""{"spec":{"volumes":[{"name":"a","emptyDir":{}}]}}""", false)]
    public void MayHaveClaims_Pod_IsTrueForThoseThatHave(string pod, bool expected) => Assert.Equal(expected, PodJson.MayHaveClaims(Encoding.UTF8.GetBytes(pod)));
}
