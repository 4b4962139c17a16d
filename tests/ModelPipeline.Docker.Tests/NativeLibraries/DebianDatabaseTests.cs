using ModelPipeline.Docker.NativeLibraries;
using ModelPipeline.Docker.Tests.Images;

namespace ModelPipeline.Docker.Tests.NativeLibraries;

public sealed class DebianDatabaseTests : IDisposable
{
    private readonly TemporaryFolder _machine = new();

    [Fact]
    public void A_file_is_traced_to_its_package_also_where_lib_is_a_link()
    {
        _machine.Write("var/lib/dpkg/status", "Package: libc6\nVersion: 1:2.36-9+deb12u14\nArchitecture: amd64\nDescription: x\n more\n\nPackage: zlib1g\nVersion: 1.2\nArchitecture: amd64\n");
        _machine.Write("var/lib/dpkg/info/libc6:amd64.list", "/.\n/lib/x86_64-linux-gnu/libc.so.6\n");
        _machine.Write("var/lib/dpkg/info/zlib1g.list", "/usr/lib/libz.so.1\n");
        _machine.Write("etc/os-release", "NAME=\"Debian\"\nID=debian\n");
        var debian = new DebianDatabase(_machine.Path);

        var packages = debian.PackagesOf([_machine["usr/lib/x86_64-linux-gnu/libc.so.6"], _machine["usr/lib/libz.so.1"], _machine["opt/own.so"]]);

        packages.Count.ShouldBe(2);
        packages[_machine["usr/lib/x86_64-linux-gnu/libc.so.6"]].PackageUrl(debian.Vendor).ShouldBe("pkg:deb/debian/libc6@1%3A2.36-9%2Bdeb12u14?arch=amd64");
        packages[_machine["usr/lib/libz.so.1"]].Name.ShouldBe("zlib1g");
    }

    [Fact]
    public void A_machine_without_dpkg_knows_no_packages() => new DebianDatabase(_machine.Path).PackagesOf([_machine["lib/a.so"]]).ShouldBeEmpty();

    public void Dispose() => _machine.Dispose();
}
