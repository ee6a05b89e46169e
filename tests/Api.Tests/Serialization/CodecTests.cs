using System.Text;
using ActorKube.Api.Core;
using ActorKube.Api.Serialization;

namespace ActorKube.Api.Tests.Serialization;

public class CodecTests
{
    [Fact]
    public void Pod_RoundTrip_KeepsFieldsAndLeavesOutWhatKubernetesLeavesOut()
    {
        const string json = """
            {"kind":"Pod","apiVersion":"v1","metadata":{"name":"a","creationTimestamp":null,"labels":{"x":"y"}},"spec":{"containers":[{"name":"c","image":"i","resources":{"limits":{"cpu":"500m"}},"ports":[{"containerPort":80}]}],"nodeName":""},"status":{}}
            """;

        var pod = ApiWriter.FromUtf8<Pod>(Encoding.UTF8.GetBytes(json));

        Assert.Equal("500m", pod.Spec.Containers![0].Resources.Limits!["cpu"].ToString());
        Assert.Equal(
            """{"kind":"Pod","apiVersion":"v1","metadata":{"name":"a","creationTimestamp":null,"labels":{"x":"y"}},"spec":{"containers":[{"name":"c","image":"i","ports":[{"containerPort":80}],"resources":{"limits":{"cpu":"500m"}}}]},"status":{}}""",
            Encoding.UTF8.GetString(ApiWriter.ToUtf8(pod).Span));
    }

    [Fact]
    public void Read_UnknownAndRepeatedFields_AreReportedWithTheirPaths()
    {
        var report = new DecodeReport();
        var reader = new ApiReader("""{"metadata":{"labels":{"a":"1","a":"2"},"foo":1},"spec":{"containers":[{"name":"a","bar":{}},{"name":"b","name":"c"}]}}"""u8, report);

        Pod.Read(ref reader);

        Assert.Equal(
            ["duplicate field \"metadata.labels.a\"", "unknown field \"metadata.foo\"", "unknown field \"spec.containers[0].bar\"", "duplicate field \"spec.containers[1].name\""],
            report.Findings);
    }

    [Fact]
    public void Read_WrongType_IsWordedAsGoDoes()
    {
        var error = Assert.Throws<ApiDecodeException>(() => ApiWriter.FromUtf8<Pod>("""{"spec":{"containers":[{"name":5}]}}"""u8));

        Assert.Equal("json: cannot unmarshal number into Go struct field Container.spec.containers.name of type string", error.Message);
    }
}
