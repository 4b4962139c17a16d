using System.Text;
using ModelPipeline.Data;

namespace ModelPipeline.Tests.Data;

public sealed class EncodingFaultTests
{
    [Theory]
    [InlineData("id,x,y\na,\"1\n\n2é\",yes\nb,2,no\n", "data.csv:4: byte 0xE9 is not UTF-8")]
    [InlineData("id,x,y\na,\"1\n\n2é\",yes\nb,2,no\nc,ü,no\n", "data.csv:4: byte 0xE9 is not UTF-8, nor are bytes in 1 other line")]
    [InlineData("id,x,y\r\na,\"é\r\né\r\n\r\né\",yes\r\nb,éé,no\r\n", "data.csv:2: byte 0xE9 is not UTF-8, nor are bytes in 3 other lines")]
    [InlineData("id,größe,y\na,1,yes\n", "data.csv:1: byte 0xF6 is not UTF-8")]
    public void Bytes_that_are_not_utf8_are_one_fault_with_the_first_line_and_their_number(string content, string fault) =>
        FaultsOf(Encoding.Latin1.GetBytes(content)).ShouldBe([$"{fault}; the file looks like Windows-1252: save it as UTF-8"]);

    [Fact]
    public void Hundreds_of_lines_leave_room_for_other_faults() =>
        FaultsOf(Encoding.Latin1.GetBytes("id,x,y\n" + string.Concat(Enumerable.Repeat("a,ü,no\n", 600)) + "b\n")).ShouldBe(
        [
            "data.csv:2: byte 0xFC is not UTF-8, nor are bytes in 599 other lines; the file looks like Windows-1252: save it as UTF-8",
            "data.csv:602: 1 field where the header has 3",
        ]);

    [Theory]
    [InlineData(new byte[] { 0x81 }, "0x81")]
    [InlineData(new byte[] { 0xC3, 0xBC, 0xFC }, "0xFC")]
    public void What_cannot_be_windows_1252_is_not_called_so(byte[] value, string named) =>
        FaultsOf([.. "id,x,y\na,"u8, .. value, .. ",yes\n"u8]).ShouldBe([$"data.csv:2: byte {named} is not UTF-8: save the file as UTF-8"]);

    private static IReadOnlyList<string> FaultsOf(byte[] content)
    {
        using var folder = new DataFolder().With("data.csv", content);
        return Should.Throw<DataException>(() => folder.Read(Given.Spec())).Faults;
    }
}
